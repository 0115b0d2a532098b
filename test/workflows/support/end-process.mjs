// Loaded into our action by NODE_OPTIONS: ends it in the middle, as a cancelled run (SIGINT, which is what GitHub's runner
// sends first) or a lost runner (SIGKILL) does. END_AT: `SIGNAL TARGET`, once CloudFormation is at work there for a
// deployment; `SIGNAL away`, once a drill has moved traffic.
const [signal, place] = (process.env.END_AT ?? '').split(' ');
const { INPUT_COMMAND: command, INPUT_KIND: kind } = process.env;
const isThere = (text) =>
  command === 'deploy'
    ? text.includes(`[${place} app]`) && text.includes('_IN_PROGRESS')
    : text.includes('of the probes are good');
if ((command === 'deploy' && place !== undefined) || (command === 'drill' && kind && place === 'away')) {
  const write = process.stdout.write.bind(process.stdout);
  let sent = false;
  process.stdout.write = (text, ...rest) => {
    const done = write(text, ...rest);
    if (!sent && isThere(String(text))) {
      sent = true;
      process.kill(process.pid, signal);
    }
    return done;
  };
}
