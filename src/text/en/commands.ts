// What the sub-commands say, in English. A `help.` entry is a whole page; words that are typed stay as they are in every language.

export const commands = {
  'help.program': `Blackfoot: a game in which you route packets out of a VPC.

  blackfoot                          play
  blackfoot play [LEVEL]             play one level, by its number or its name;
                                     "daily" is today's packet
  blackfoot sandbox [WORLD]          a network to try things in, without goals

Without a screen:
  blackfoot daily                    the puzzle of the day, and how it went
  blackfoot levels                   chapters, levels and your stars
  blackfoot trace WORLD --from A --to B
                                     one packet there and back, step by step
  blackfoot run WORLD SCRIPT         carry out aws ec2 … lines
  blackfoot check LEVEL SCRIPT       play a script on a level
  blackfoot prove [LEVEL|FOLDER …]   prove that levels are fair
  blackfoot solve LEVEL              the shortest answers
  blackfoot export LEVEL SCRIPT --to KIND
                                     your answer as something to run for real
  blackfoot new level FOLDER         a skeleton for a level of your own
  blackfoot progress ACTION          where your progress is, and what it holds

  --lang en|ko     the language          --pack FOLDER   the levels of a folder,
                                         or taster, sixty, half-day, full-day
  --help           this page, or a command's own
  --version        the version

WORLD is a level (2.7, or its name), a level file, a world file (YAML or JSON),
or "empty". SCRIPT is a file, or - for standard input.
Exit codes: 0 yes, 1 no, 2 wrong usage or unreadable input, 70 a fault of ours.
`,
  'help.play': `blackfoot play [LEVEL]

Opens the game, at LEVEL when one is named: its number (2.7) or its name.
It needs a terminal of at least 80 x 24. On a terminal that cannot draw
(TERM=dumb), and for a screen reader (INK_SCREEN_READER=true), the same game is
played line by line, in words.

  --transcript     line by line, also from a file or a pipe
  --lang en|ko     the language
  --pack FOLDER    play the levels of a folder that has an index.yaml; or a cut
                   of the game: taster (20 minutes), sixty, half-day, full-day
`,
  'help.sandbox': `blackfoot sandbox [WORLD]

Opens WORLD to try things in: every operation, no goals, and any packet that you
name. Without WORLD, the sandboxes that you have saved, with their packets.

  WORLD            a level (2.7, or its name), a level file, a world file, empty
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.daily': `blackfoot daily

Shows the daily packet, a puzzle made from the date (UTC) and proved by search,
and your result to hand on. \`blackfoot play daily\` plays it.

  --date DATE      another day, as 2026-11-24
  --json           one JSON document, with the network
  --lang en|ko     the language
  --pack FOLDER    has no effect: the puzzle is the same for everybody
`,
  'no-date': '"{word}" is no date.',
  'date-form': 'Write it as {date}.',
  'daily.par': 'par {par}',
  'daily.play': 'Play it: blackfoot play {id}',
  'daily.streak': 'Streak: {streak}',
  'help.levels': `blackfoot levels

Lists the chapters, their levels, and the stars that you have.

  --json           one JSON document
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.trace': `blackfoot trace WORLD --from A --to B

Sends one packet from A to B and follows it there and back. When something is
wrong on the way, lists everything that is. Exit code 0 when the answer comes
back, else 1.

  WORLD            a level (2.7, or its name), a level file, a world file, empty
  --from A         an id, a name or an address; a frame's id for a packet that
                   is already on the wire
  --to B           an id, a name or an address
  --protocol P     tcp, udp, icmp, esp or gre; tcp unless told
  --port N         the destination port; 443 unless told
  --source ADDR    the source address that the sender writes
  --source-port N  the port that it sends from; 40112 unless told
  --by-public-address
                   use B's public address even from inside its VPC
  --flow N         the last of N such flows that stand at once
  --size N         the packet's bytes; no router may cut TCP
  --may-fragment   routers may cut it
  --ttl N          the time to live that it starts with; 64 unless told
  --continues      a later packet of a connection that stands already
  --json           one JSON document, in English
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.run': `blackfoot run WORLD SCRIPT

Carries out a script of aws ec2 … and lab … lines and prints what the AWS CLI
would print. Stops at the first error. Exit code 1 when EC2 refuses something.

  WORLD            a level (2.7, or its name), a level file, a world file, empty
  SCRIPT           a file, or - for standard input
  --out FILE       write the world that results (.json, .yaml)
  --keep-going     do not stop at what EC2 refuses
  --json           one JSON document
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml

A script has one command a line, \\ at a line's end to go on, # comments,
VPC=$(aws ec2 create-vpc … --query Vpc.VpcId --output text), $VPC, \${VPC},
quotes, echo, export and set -e. It is not a whole shell.
`,
  'help.check': `blackfoot check LEVEL SCRIPT

Plays a script on a level and says which goals it meets, why the others fail,
and how it scores. Exit code 0 when the level is solved, else 1.

  LEVEL            its number (2.7), its name, or a level file
  SCRIPT           a file, or - for standard input
  --json           one JSON document
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.prove': `blackfoot prove [LEVEL|FOLDER …]

Proves that levels are fair: not solved at the start, solved by their
reference, no shorter answer, every filed wrong answer wrong, all texts there.
All levels when none is named. Exit code 1 when there are problems.

  LEVEL            its number (2.7), its name, or a level file
  FOLDER           a pack: a folder with an index.yaml, or taster, sixty …
  --json           one JSON document
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.export': `blackfoot export LEVEL SCRIPT --to aws-cli|terraform|cloudformation

Plays a script on a level and writes the whole network that results, for a real
account: a script of the AWS CLI, Terraform, or a CloudFormation template. It
begins with what is left out. Running it makes real things that cost money.

  LEVEL            its number (2.7), its name, or a level file
  SCRIPT           a file, or - for standard input
  --to KIND        aws-cli, terraform or cloudformation
  --out FILE       write it there instead of printing it
  --lang en|ko     the language of the remarks
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'export.no-target': '--to is missing: {words}',
  'export.unknown-target': '"{word}" is nothing to export to',
  'export.targets': 'One of: {words}',
  'export.not-solved': 'This answer does not solve the level yet; here is its network all the same.',
  'help.new': `blackfoot new level FOLDER [NAME]

Writes a skeleton for a level of your own: a pack with one level, its words in
English and Korean, and a prediction. It reads and plays at once; what blackfoot
prove has to say of it is what is yours to write. Nothing is ever overwritten.

  FOLDER           where the pack is, or will be: a new level joins those there
  NAME             the level's name: lower-case words joined by dashes
  --lang en|ko     the language
  --pack FOLDER    has no effect here
`,
  'help.solve': `blackfoot solve LEVEL

Searches for the shortest answer to a level and prints its commands.

  LEVEL            its number (2.7), its name, or a level file
  --all            every answer of that length
  --lang en|ko     the language
  --pack FOLDER    the levels of a folder that has an index.yaml
`,
  'help.progress': `blackfoot progress ACTION

  path             the file that holds your progress
  show             what it holds
  export [FILE]    write it to FILE, or to standard output
  import FILE      take over what is better there; - for standard input
  reset            start afresh; the old file is kept beside the new one

  --lang en|ko     the language
`,

  'unknown-command': '"{word}" is not a command.',
  'unknown-flag': '{command} has no flag {word}.',
  'flag-without-value': '{word} needs a value.',
  'flag-with-value': '{word} takes no value.',
  'too-few': '{command} needs more words: {usage}',
  'too-many': '"{word}" is one word too many for {command}.',
  'did-you-mean': 'Did you mean: {word}',
  'see-help': 'See: blackfoot --help',
  'see-command-help': 'See: blackfoot {command} --help',
  'unknown-language': '"{word}" is not a language of this game.',
  'known-languages': 'Languages: {words}',
  'needs-flag': '{command} needs --{flag}.',
  'not-one-of': '--{flag} cannot be "{word}".',
  'one-of': 'One of: {words}',
  'not-a-number': '--{flag} cannot be "{word}": it is a whole number from {from} to {to}.',
  'not-an-address': '--{flag} cannot be "{word}": it is an address such as 10.1.0.5.',

  'no-terminal': 'The game needs a terminal, and this is none.',
  'no-sandbox': 'The sandbox needs a terminal that it can draw on, and this is none.',
  'without-sandbox': 'Without a screen, `blackfoot run WORLD SCRIPT` and `blackfoot trace WORLD` try a network.',
  'without-terminal': 'Line by line it works here too: blackfoot play --transcript\n  So do: {words}',

  'no-level': '"{word}" is not a level.',
  'no-world': '"{word}" is neither a level nor a file.',
  'see-levels': 'See: blackfoot levels',
  'not-a-level-file': '{file} is a world, not a level.',
  unreadable: 'This cannot be read, so nothing was done:',
  'more-problems': 'And {count} more.',
  'cannot-write': '{file} cannot be written: {reason}',
  'input-too-long': 'Standard input holds more than {bytes} bytes.',
  'no-machine': '"{word}" is nobody in this network.',
  'known-machines': 'Known: {words}',

  'not-allowed': 'This level does not allow {name}.',
  'other-value': 'In this level {name} takes only these for {option}: {values}.',
  'no-option': 'In this level {name} does not take {option}.',
  allowed: 'It allows: {words}',
  'check.why': '{code} ({title}) at {at}',
  'check.solved': 'Solved.',
  'check.not-solved': 'Not solved.',
  'check.score': 'moves {moves} / par {par}   {dollars}/month   exposure {exposure}',
  'solve.working': 'searching …',
  'solve.none': 'There is no answer of {depth} edits or fewer.',
  'solve.cut-off': 'The search was cut off after {states} states, so there may be more.',
  'solve.nothing-to-do': '(nothing to do: it is solved as it is)',
  'new.what': 'What is to be new? Only a level can be: blackfoot new level FOLDER.',
  'new.name': '"{word}" is no name for a level.',
  'new.name-form': 'Lower-case words joined by dashes, such as first-road.',
  'new.taken': '{file} is there already, and stays as it is.',
  'new.taken-remedy': 'Give the new level another name: blackfoot new level {folder} NAME',
  'new.index': '{file} has no list of levels that another can join.',
  'new.index-remedy': 'Add it yourself: - { number: {number}, id: {id} }',
  'new.cannot-write': 'This cannot be written: {reason}',
  'new.written': 'Written:',
  'new.next':
    'Next: write the level, and ask until nothing is left to say:\n  blackfoot prove {folder}\n  blackfoot play {id} --pack {folder}',
  'no-pack': 'There is no pack "{word}".',
  'known-packs': 'A folder with an index.yaml, or one of: {words}.',
  'levels.checkpoint': '             ── checkpoint: the room comes together here',
  'prove.level': 'level',
  'prove.par': 'par',
  'prove.answers': 'answers',
  'prove.near': '+1 move',
  'prove.best-known': '{par} best known (≥ {atLeast})',
  'prove.states': 'states',
  'prove.ms': 'ms',
  'prove.sound': 'Levels proved: {levels}. No problems. ({seconds} s)',
  'prove.problems': 'Levels proved: {levels}. Problems: {problems}. ({seconds} s)',
  'prove.working': 'proving {index} of {count}: {id} …',
  'no-action': 'progress cannot "{word}".',
  'progress.sum': 'Levels solved: {solved} of {levels}. Stars: {stars}.',
  'progress.due': 'Reviews due: {count}.',
  'progress.next-due': 'Next review: {day}.',
  'progress.moves': 'best {moves} moves',
  'progress.imported': 'Stars added: {added}. In all: {stars}.',
  'progress.nothing': 'There is no progress to reset.',
  'progress.reset': 'You start afresh. What was saved is kept as {file}.',
  'progress.newer': '{path} was saved by a newer version of the game (format {version}).',
  'progress.unreadable': '{path} cannot be read. The game will put it aside and start afresh.',
  'progress.not-a-save': '{path} is not a save of this game.',

  'trace.conversed': 'The request arrived and the answer came back.',
  'trace.delivered': 'The request arrived, but no answer came back.',
  'trace.dropped': 'The request did not arrive.',
  'trace.request': 'Request',
  'trace.reply': 'Reply',
  'trace.first-try': 'First try',
  'trace.signal': 'Sent back to the sender',
  'trace.ended': 'arrived at {at}',
  'trace.refused': 'reached {at}, where nothing listens',
  'trace.lost': 'ended at {at}: {code}',
  'trace.looped': 'would go round for ever at {at}: {code}',
  'trace.seen': '{at} sees {source} → {destination}',
  'diagnosis.one': 'One thing stands between {from} and {to}:',
  'diagnosis.many': '{count} things stand between {from} and {to}:',
  'direction.request': 'request',
  'direction.reply': 'reply',

  'notice.broken': 'Your saved progress could not be read. It is kept as {keptAs}; a new save has been started.',
  'notice.damaged':
    'Parts of your saved progress could not be read and were left out. The old file is kept as {keptAs}.',
  'notice.newer':
    'Your progress was saved by a newer version of the game (format {version}). It is left as it is; this game saves nothing.',
  'notice.unwritable':
    'Your progress cannot be saved at {path} ({reason}). You can play, but nothing will be remembered.',
} as const;
