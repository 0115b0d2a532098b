import { StackStatus } from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from '@jest/globals';
import { STACK_STATUSES, statusMeaning } from '../../../src/stack/status.ts';

const where = (holds: (status: string) => boolean): readonly string[] => STACK_STATUSES.filter(holds).toSorted();

describe('the table of stack statuses', () => {
  test('knows each status that the SDK knows, and no other', () => {
    expect(STACK_STATUSES.toSorted()).toEqual(Object.values(StackStatus).toSorted());
  });

  test('calls exactly the completed creates, updates and imports a success, cleanup included', () => {
    expect(where((status) => statusMeaning(status).success)).toEqual([
      'CREATE_COMPLETE',
      'IMPORT_COMPLETE',
      'UPDATE_COMPLETE',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    ]);
  });

  test('lets only a failed first create be recreated: a living stack whose status contains ROLLBACK_COMPLETE is not', () => {
    expect(where((status) => statusMeaning(status).next === 'recreate')).toEqual([
      'CREATE_FAILED',
      'ROLLBACK_COMPLETE',
      'ROLLBACK_FAILED',
    ]);
    expect(statusMeaning('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS').next).toBe('wait');
    expect(statusMeaning('UPDATE_ROLLBACK_COMPLETE').next).toBe('update');
  });

  test('waits for every running operation, but not for a stack that is only in review', () => {
    const running = Object.values(StackStatus).filter(
      (status) => status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS',
    );
    expect(where((status) => statusMeaning(status).next === 'wait')).toEqual(running.toSorted());
    expect(where((status) => statusMeaning(status).inProgress)).toEqual(running.toSorted());
    expect(statusMeaning('REVIEW_IN_PROGRESS').next).toBe('create');
  });

  test('calls a stack made until somebody deletes it, unless its first creation failed or goes on', () => {
    expect(where((status) => !statusMeaning(status).made)).toEqual([
      'CREATE_FAILED',
      'CREATE_IN_PROGRESS',
      'DELETE_COMPLETE',
      'DELETE_FAILED',
      'DELETE_IN_PROGRESS',
      'REVIEW_IN_PROGRESS',
      'ROLLBACK_COMPLETE',
      'ROLLBACK_FAILED',
      'ROLLBACK_IN_PROGRESS',
    ]);
  });

  test('never takes a running rollback for the end', () => {
    for (const status of where((name) => name.endsWith('ROLLBACK_IN_PROGRESS'))) {
      expect(statusMeaning(status)).toMatchObject({ settled: false, rollback: true });
    }
    expect(statusMeaning('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS').settled).toBe(false);
  });

  test('waits for a status it does not know when that says so itself, and else leaves it to a person', () => {
    expect(statusMeaning('REFACTOR_IN_PROGRESS').next).toBe('wait');
    expect(statusMeaning('REFACTOR_FAILED')).toMatchObject({ next: 'stuck', end: 'stuck' });
  });
});
