// The command line, in English.

export const prompt = {
  help: 'Type a command as for AWS; create-route … is enough. Tab completes, help lists them all, help create-route shows its options.',
  nearest: 'Did you mean {word}?',
  'no-verb': '“{word}” is not a command here.',
  list: 'help lists what there is.',
  here: 'In this level',
  own: 'The game’s own',
  looks: 'To look, wherever you are',
  about:
    'Several on one line: put ; between them. VPC=$(aws … --query Vpc.VpcId --output text) keeps an output, and $VPC uses it. Ctrl-R searches what was typed before.',
  search: 'search “{pattern}”:',
  'not-found': 'Nothing typed before has it.',
  stopped: '{done} of {of} done. The rest waits in the line.',
} as const;
