export type ConsumerKind = 'mapping' | 'rule' | 'schedule';

/** Resource types that call functions by themselves and can be switched off. */
export const CONSUMER_KINDS: Readonly<Record<string, ConsumerKind>> = {
  'AWS::Lambda::EventSourceMapping': 'mapping',
  'AWS::Events::Rule': 'rule',
  'AWS::Scheduler::Schedule': 'schedule',
};
