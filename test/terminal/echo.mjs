// A tiny full-screen program that shows what it is sent, for the test of the harness.
process.stdin.setRawMode(true);
process.stdout.write('\u001B[?1049h\u001B[?25l\u001B[?2004h\u001B[Hready 한글');
const size = () => `${process.stdout.columns}x${process.stdout.rows}`;
const show = (text) => process.stdout.write(`\u001B[2;1H\u001B[K${text}`);
process.stdout.on('resize', () => show(size()));
process.stdin.on('data', (data) => {
  const keys = String(data);
  if (keys === 'q') {
    process.stdout.write('\u001B[?2004l\u001B[?25h\u001B[?1049lbye');
    process.exit(3);
  }
  show(`${JSON.stringify(keys)} at ${size()}, CI ${process.env.CI}, home ${process.env.HOME}`);
});
