// Loaded into our action by NODE_OPTIONS: ends it in the middle of a deployment, as a cancelled run (SIGINT, which is what
// GitHub's runner sends first) or a lost runner (SIGKILL) does. END_AT: `SIGNAL TARGET`, once CloudFormation is at work there.
const [signal, target] = (process.env.END_AT ?? '').split(' ');
if (target !== undefined && process.env.INPUT_COMMAND === 'deploy') {
  const write = process.stdout.write.bind(process.stdout);
  let sent = false;
  process.stdout.write = (text, ...rest) => {
    const done = write(text, ...rest);
    if (!sent && String(text).includes(`[${target} app]`) && String(text).includes('_IN_PROGRESS')) {
      sent = true;
      process.kill(process.pid, signal);
    }
    return done;
  };
}
