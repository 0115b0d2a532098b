import { failoverTemplate } from '../support/failover-app.ts';
import { type FailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { runCli, runJson } from '../support/run-product.ts';
import { type Blackout, called, killedWhen, type Proof } from './scenario.ts';

const marked = (mark: string): string => failoverTemplate.replace('Outputs:', `Outputs:\n  Mark: { Value: ${mark} }`);

/** Seconds that a stack takes: long enough to lose a region in the middle. */
const STACK_SECONDS = 8;

/** The primary is lost while somebody else is at work in it. */
export function atWork(room: FailoverRoom, { promise }: Proof) {
  /** Regions in which a change set was executed since the calls were cleared. */
  const executed = () =>
    room.cloud.calls.filter(({ action }) => action === 'ExecuteChangeSet').map(({ region }) => region);

  /** A run that the failover overtakes: it must end, and not well, and write nothing in the standby from then on. */
  function overtaken(
    name: string,
    args: readonly string[],
    { first = async () => {}, changing = PRIMARY }: { first?: () => Promise<void>; changing?: string } = {},
  ): Blackout {
    let other: ReturnType<typeof runJson> | undefined;
    return {
      name,
      busy: changing !== PRIMARY,
      async lose() {
        await first();
        await room.cloud.configure({ stackSeconds: STACK_SECONDS });
        room.cloud.clearCalls();
        other = runJson([...args], room.options);
        const began = called(room, ({ action, region }) => action === 'ExecuteChangeSet' && region === changing);
        const early = other.then(({ exitCode, stderr }) => {
          throw new Error(`the other run ended with ${exitCode} before it was at work: ${stderr.slice(-2_000)}`);
        });
        await Promise.race([began, early]);
        early.catch(() => undefined);
        room.cloud.blackout(PRIMARY, 'hang');
      },
      async after() {
        const since = Date.now();
        const ended = await other;
        console.log(
          `  the other run ended with ${ended?.exitCode}, ${((Date.now() - since) / 1000).toFixed(0)} s later; change sets since the loss: ${executed().join(', ') || 'none'}`,
        );
        promise(ended !== undefined && ended.exitCode !== 0, `${name}: the other run ended well`);
        promise(!executed().includes(STANDBY), `${name}: it wrote in the standby`);
        await room.cloud.configure({ stackSeconds: 0 });
      },
    };
  }

  return {
    rollout(): Blackout {
      room.app.write('template.yaml', marked('second'));
      return overtaken('the primary is lost during a rollout', ['deploy', '--yes']);
    },

    /** @param changing region whose stack is on its way back when the primary is lost; the other's is back, or is not begun */
    rollback(changing: string): Blackout {
      const name = `the primary is lost in the middle of a rollback, while the stack of ${changing} returns`;
      return overtaken(name, ['rollback', '--to', 'previous', '--yes'], {
        changing,
        async first() {
          room.app.write('template.yaml', marked(`leave-${changing}`));
          const ended = await runJson(['deploy', '--yes'], room.options);
          promise(ended.exitCode === 0, `the release to leave could not be deployed: ${ended.stderr.slice(-2_000)}`);
        },
      });
    },

    middle(): Blackout {
      return {
        name: 'the primary, us-east-1, is lost in the middle of a failover',
        lose: async () => {},
        async meanwhile() {
          await called(room, ({ path, method }) => path.includes('/active/') && method === 'PUT');
          room.cloud.blackout(PRIMARY, 'hang');
        },
      };
    },

    killed(): Blackout {
      return {
        name: 'the failover is killed on its way, the primary is lost, and it is run again',
        async lose() {
          const args = [
            'failover',
            '--reason',
            'a test',
            '--plan',
            'dr-plan.json',
            '--to',
            STANDBY,
            '--confirm',
            STANDBY,
          ];
          room.cloud.clearCalls();
          const event = () => called(room, ({ path, method }) => path.includes('/active/') && method === 'PUT');
          const { exitCode } = await runCli(args, killedWhen(room.options, event));
          promise(exitCode === 137, `the failover was not killed: ${exitCode}`);
          room.cloud.blackout(PRIMARY, 'hang');
        },
      };
    },

    /** Brings every region to one release again, after the region is back; what was overtaken is still open. */
    async mend(mark: string): Promise<void> {
      room.app.write('template.yaml', marked(mark));
      const ended = await runJson(['deploy', '--yes', '--supersede'], room.options);
      promise(
        ended.exitCode === 0,
        `the deployment after it ended with ${ended.exitCode}: ${ended.stderr.slice(-2_000)}`,
      );
    },
  };
}
