"""Metric alarms look at their own metric (dimensions included), M out of N, and go on with time.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html: the evaluation range is longer than
the evaluation periods, missing data is treated as configured, and the two tables there are the test of this patch. AWS
evaluates every minute (every ten seconds for periods below that). Here the same steps are made up for whenever somebody
looks, with the times they would have had, so that an alarm that fired and recovered unseen is in its history; and once
more at the moment of looking, which is earlier than on AWS. A state that was set by hand stays until the next step.
"""

import json
import time
from datetime import datetime, timezone

import ministack.services.cloudwatch as cloudwatch
from ministack.core.responses import AccountRegionScopedDict
from patches.pinned import private

# Name of an alarm -> when it was last evaluated. Beside the alarm: its members are what DescribeAlarms answers.
_evaluated = AccountRegionScopedDict()
_set_by_hand = AccountRegionScopedDict()
# Periods that are looked at before those that count (five for three in the tables of the guide).
_FURTHER_BACK = 2
# Nobody asks a test alarm about more than this many steps at once.
_MOST_STEPS = 500

_COMPARISONS = {
    "GreaterThanOrEqualToThreshold": lambda value, threshold: value >= threshold,
    "GreaterThanThreshold": lambda value, threshold: value > threshold,
    "LessThanThreshold": lambda value, threshold: value < threshold,
    "LessThanOrEqualToThreshold": lambda value, threshold: value <= threshold,
}


def apply():
    evaluate = private(cloudwatch, "_evaluate_alarm")
    set_state = private(cloudwatch, "_set_alarm_state")
    reset = cloudwatch.reset

    def advance(alarm):
        if alarm.get("ComparisonOperator") not in _COMPARISONS or not alarm.get("MetricName"):
            evaluate(alarm)
            return
        _advance(alarm)

    def set_and_hold(params, data, is_cbor, is_json=False):
        answer = set_state(params, data, is_cbor, is_json)
        name = data.get("AlarmName") if is_cbor or is_json else private(cloudwatch, "_p")(params, "AlarmName")
        _set_by_hand[name] = time.time()
        return answer

    def reset_all():
        _evaluated.clear()
        _set_by_hand.clear()
        reset()

    cloudwatch._evaluate_alarm = advance
    cloudwatch._set_alarm_state = set_and_hold
    cloudwatch.reset = reset_all
    for name in ("_describe_alarms", "_describe_alarm_history"):
        setattr(cloudwatch, name, _looking(private(cloudwatch, name)))


def _looking(describe):
    def look(*args, **kwargs):
        private(cloudwatch, "_evaluate_all_alarms")()
        return describe(*args, **kwargs)

    return look


def _advance(alarm):
    now = time.time()
    step = 10 if alarm.get("Period", 60) < 60 else 60
    name = alarm["AlarmName"]
    last = max(_evaluated.get(name, now - step), _set_by_hand.get(name, 0))
    moments = [last + step * index for index in range(1, int((now - last) // step) + 1)][-_MOST_STEPS:]
    for moment in moments:
        _move(alarm, state_at(alarm, moment), moment)
    _evaluated[name] = moments[-1] if moments else last
    if now - _set_by_hand.get(name, 0) >= step:
        _move(alarm, state_at(alarm, now), now)


def state_at(alarm, moment):
    """What the alarm would say at a moment, from the data that was there then."""
    period = alarm.get("Period", 60)
    needed = alarm.get("EvaluationPeriods", 1)
    breaching = [
        _COMPARISONS[alarm["ComparisonOperator"]](value, alarm.get("Threshold", 0))
        for value in _values(alarm, moment, period, needed + _FURTHER_BACK)
    ]
    return verdict(
        breaching, needed, alarm.get("DatapointsToAlarm") or needed,
        alarm.get("TreatMissingData") or "missing", alarm["StateValue"],
    )


def verdict(breaching, needed, to_alarm, missing, current):
    """State from what the existing data of the evaluation range says, oldest first."""
    if len(breaching) >= needed:
        return "ALARM" if sum(breaching[-needed:]) >= to_alarm else "OK"
    if not breaching:
        return {"breaching": "ALARM", "notBreaching": "OK", "ignore": current}.get(missing, "INSUFFICIENT_DATA")
    if missing == "breaching":
        return "ALARM" if sum(breaching) + needed - len(breaching) >= to_alarm else "OK"
    if sum(breaching) >= to_alarm:
        return "ALARM"
    if missing == "notBreaching" or not all(breaching):
        return "OK"
    # All there is breaches: an alarm too early rather than too late.
    return current if missing == "ignore" else "ALARM"


def _values(alarm, moment, period, periods):
    dimensions = private(cloudwatch, "_dims_from_list")(alarm.get("Dimensions") or [])
    key = (alarm["Namespace"], alarm["MetricName"], private(cloudwatch, "_dims_key")(dimensions))
    points = [point for point in private(cloudwatch, "_metrics").get(key) or [] if point["Timestamp"] <= moment]
    current = int(moment // period)
    buckets = {}
    for point in points:
        buckets.setdefault(int(point["Timestamp"] // period), []).append(point)
    # A period that has only begun counts once it has data.
    last = current if current in buckets else current - 1
    statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic") or "Average"
    stats, value = private(cloudwatch, "_calc_stats"), private(cloudwatch, "_stat_value")
    found = [buckets[index] for index in range(last - periods + 1, last + 1) if index in buckets]
    values = [value(stats(bucket), statistic, bucket) for bucket in found]
    return [one for one in values if one is not None]


def _move(alarm, state, moment):
    old = alarm["StateValue"]
    if state == old:
        return
    reason = f"Threshold Crossed: {alarm['MetricName']} {alarm['ComparisonOperator']} {alarm.get('Threshold', 0)}"
    at = datetime.fromtimestamp(moment, tz=timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    alarm.update(StateValue=state, StateReason=reason, StateUpdatedTimestamp=round(moment, 3))
    private(cloudwatch, "_history_entries")().append({
        "AlarmName": alarm["AlarmName"],
        "AlarmType": "MetricAlarm",
        "Timestamp": at,
        "HistoryItemType": "StateUpdate",
        "HistorySummary": f"Alarm updated from {old} to {state}",
        "HistoryData": json.dumps({
            "version": "1.0",
            "oldState": {"stateValue": old},
            "newState": {"stateValue": state, "stateReason": reason},
        }),
    })
    private(cloudwatch, "_dispatch_alarm_actions")(alarm, old, state, reason)
    private(cloudwatch, "_evaluate_parent_alarms")(alarm)
