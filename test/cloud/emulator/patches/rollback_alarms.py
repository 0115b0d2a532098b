"""Rollback triggers: an alarm in ALARM while the stack operation runs fails it.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-rollback-triggers.html. Looked at once, at the
end of the operation; the monitoring time that AWS waits afterwards is not waited for.
"""

import ministack.services.cloudwatch as cloudwatch
from patches.emulator import private


def check(run):
    """Raises ValueError when an alarm that the stack watches is in ALARM."""
    triggers = (run.stack.get("RollbackConfiguration") or {}).get("RollbackTriggers") or []
    if not triggers:
        return
    alarms = private(cloudwatch, "_alarms")
    for trigger in triggers:
        alarm = alarms.get(trigger["Arn"].split(":alarm:")[-1])
        if alarm and alarm.get("StateValue") == "ALARM":
            raise ValueError(f"Alarm {trigger['Arn']} went into ALARM state")
