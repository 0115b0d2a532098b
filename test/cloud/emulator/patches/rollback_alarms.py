"""Rollback triggers: an alarm in ALARM while the stack operation runs fails it, and so does one that is missing.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-rollback-triggers.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RollbackTrigger.html: metric and composite alarms,
as the trigger says; "If a specified trigger is missing, the entire stack operation fails and is rolled back."
Looked at once, at the end of the operation; the monitoring time that AWS waits afterwards is not waited for. Whether AWS
takes an alarm of the other kind for missing is not known: it is assumed here.
"""

import ministack.services.cloudwatch as cloudwatch
from patches.emulator import private

_KINDS = {"AWS::CloudWatch::Alarm": "_alarms", "AWS::CloudWatch::CompositeAlarm": "_composite_alarms"}


def check(run):
    """Raises ValueError when an alarm that the stack watches is in ALARM or is not there."""
    for trigger in (run.stack.get("RollbackConfiguration") or {}).get("RollbackTriggers") or []:
        alarms = private(cloudwatch, _KINDS.get(trigger.get("Type"), "_alarms"))
        alarm = alarms.get(trigger["Arn"].split(":alarm:")[-1])
        if alarm is None:
            raise ValueError(f"Rollback trigger {trigger['Arn']} of type {trigger.get('Type')} is missing")
        if alarm.get("StateValue") == "ALARM":
            raise ValueError(f"Alarm {trigger['Arn']} went into ALARM state")
