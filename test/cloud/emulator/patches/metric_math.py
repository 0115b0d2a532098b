"""GetMetricData: metric math, and metrics by exactly their dimensions.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html: arithmetic and comparisons between
time series use the times that both have, a division by zero gives no datapoint, a function of one series gives a
scalar, of several a series, and an expression must end in a series. Known here: + - * / ^, comparisons, AND, OR, SUM,
AVG, MIN, MAX, FILL, IF, ABS, CEIL, FLOOR, METRICS, TIME_SERIES. Anything else is refused, and not answered wrong.
"""

import ast
import math
import operator
import re

import ministack.services.cloudwatch as cloudwatch
from patches.pinned import private

_OPERATORS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
}
_REDUCTIONS = {"SUM": sum, "AVG": lambda values: sum(values) / len(values), "MIN": min, "MAX": max}
_EACH = {"ABS": abs, "CEIL": math.ceil, "FLOOR": math.floor}


def apply():
    original = private(cloudwatch, "_get_metric_data")

    def get_metric_data(params, data, is_cbor, is_json=False):
        queries = data.get("MetricDataQueries") or []
        if not (is_cbor or is_json):
            return original(params, data, is_cbor, is_json)
        parse = private(cloudwatch, "_parse_ts")
        start, end = parse(data.get("StartTime")), parse(data.get("EndTime"))
        try:
            results = _results(queries, start, end, data.get("ScanBy") == "TimestampAscending")
        except ValueError as problem:
            refuse = private(cloudwatch, "_error")
            return refuse("ValidationError", str(problem), 400, use_json=is_json, use_cbor=is_cbor)
        if is_cbor:
            encode = private(cloudwatch, "_cbor_metric_data_result")
            return private(cloudwatch, "_cbor_ok")({"MetricDataResults": [encode(one) for one in results]})
        return private(cloudwatch, "_json_ok")({"MetricDataResults": results})

    cloudwatch._get_metric_data = get_metric_data


def _results(queries, start, end, ascending):
    series = {}
    waiting = [query for query in queries if query.get("Expression")]
    for query in queries:
        if not query.get("Expression"):
            series[query["Id"]] = _metric(query["MetricStat"], start, end)
    period = min([int(q["MetricStat"].get("Period", 60)) for q in queries if q.get("MetricStat")] or [60])
    metrics = {query["Id"]: series[query["Id"]] for query in queries if query["Id"] in series}
    # An expression may use others, in any order.
    while waiting:
        ready = [query for query in waiting if not _names(query) & {other["Id"] for other in waiting}]
        if not ready:
            raise ValueError("The expressions refer to each other in a circle")
        for query in ready:
            series[query["Id"]] = Expression(query, series, metrics, (start, end, period)).series()
        waiting = [query for query in waiting if query not in ready]
    iso = private(cloudwatch, "_ts_iso")
    answers = []
    for query in queries:
        if query.get("ReturnData", True) is False:
            continue
        found = series[query["Id"]]
        times = sorted(found, reverse=not ascending)
        answers.append({
            "Id": query["Id"], "Label": query.get("Label", query["Id"]), "StatusCode": "Complete",
            "Timestamps": [iso(at) for at in times], "Values": [float(found[at]) for at in times],
        })
    return answers


def _metric(stat, start, end):
    metric, period = stat["Metric"], int(stat.get("Period", 60))
    dimensions = private(cloudwatch, "_dims_from_list")(metric.get("Dimensions") or [])
    key = (metric.get("Namespace"), metric.get("MetricName"), private(cloudwatch, "_dims_key")(dimensions))
    buckets = {}
    for point in private(cloudwatch, "_metrics").get(key) or []:
        if start <= point["Timestamp"] < end:
            buckets.setdefault(int(point["Timestamp"] // period) * period, []).append(point)
    stats, value = private(cloudwatch, "_calc_stats"), private(cloudwatch, "_stat_value")
    found = {at: value(stats(points), stat.get("Stat", "Average"), points) for at, points in buckets.items()}
    return {at: one for at, one in found.items() if one is not None}


def _tree(query):
    text = query["Expression"].replace("^", "**")
    text = re.sub(r"\bAND\b|&&", " and ", text)
    text = re.sub(r"\bOR\b|\|\|", " or ", text)
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"Error in expression '{query['Id']}': Invalid syntax") from None


def _names(query):
    called = {id(node.func) for node in ast.walk(_tree(query)) if isinstance(node, ast.Call)}
    return {n.id for n in ast.walk(_tree(query)) if isinstance(n, ast.Name) and id(n) not in called}


class Expression:
    """One expression over series: dicts of values by time."""

    def __init__(self, query, series, metrics, time):
        self.query, self.known, self.metrics = query, series, metrics
        self.start, self.end, self.period = time

    def series(self):
        value = self.value(_tree(self.query))
        if not isinstance(value, dict):
            raise self.wrong("The expression must give a time series")
        return value

    def wrong(self, message):
        return ValueError(f"Error in expression '{self.query['Id']}': {message}")

    def value(self, node):
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            return node.value
        if isinstance(node, ast.Name):
            if node.id not in self.known:
                raise self.wrong(f"Undefined variable {node.id}")
            return self.known[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return self.both(operator.mul, -1, self.value(node.operand))
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            return self.both(_OPERATORS[type(node.op)], self.value(node.left), self.value(node.right))
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            compare = _OPERATORS[type(node.ops[0])]
            return self.both(lambda a, b: int(compare(a, b)), self.value(node.left), self.value(node.comparators[0]))
        if isinstance(node, ast.BoolOp):
            join = all if isinstance(node.op, ast.And) else any
            values = [self.value(one) for one in node.values]
            result = values[0]
            for one in values[1:]:
                result = self.both(lambda a, b: int(join((a, b))), result, one)
            return result
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return self.call(node.func.id, node.args)
        raise self.wrong("Invalid syntax")

    def both(self, operate, left, right):
        def at(a, b):
            try:
                return operate(a, b)
            except ZeroDivisionError:
                return None

        if isinstance(left, dict) and isinstance(right, dict):
            found = {t: at(left[t], right[t]) for t in left if t in right}
        elif isinstance(left, dict):
            found = {t: at(one, right) for t, one in left.items()}
        elif isinstance(right, dict):
            found = {t: at(left, one) for t, one in right.items()}
        else:
            return at(left, right)
        return {t: one for t, one in found.items() if one is not None}

    def call(self, name, args):
        if name in _REDUCTIONS:
            return self.reduce(_REDUCTIONS[name], args)
        if name in _EACH:
            value = self.value(args[0])
            return {t: _EACH[name](one) for t, one in value.items()} if isinstance(value, dict) else _EACH[name](value)
        if name == "IF":
            return self.choose(args)
        if name == "FILL":
            return self.fill(self.value(args[0]), args[1])
        if name == "TIME_SERIES":
            return {t: self.value(args[0]) for t in self.times()}
        raise self.wrong(f"Unsupported function {name}")

    def many(self, args):
        """The series of an array or of METRICS(); None for a single value."""
        (arg,) = args
        if isinstance(arg, ast.List):
            return [self.value(one) for one in arg.elts]
        if isinstance(arg, ast.Call) and isinstance(arg.func, ast.Name) and arg.func.id == "METRICS":
            part = arg.args[0].value if arg.args else ""
            return [one for key, one in self.metrics.items() if part in key]
        return None

    def reduce(self, function, args):
        several = self.many(args)
        if several is None:
            value = self.value(args[0])
            return function(list(value.values())) if value else 0
        times = {t for one in several for t in one}
        return {t: function([one[t] for one in several if t in one]) for t in times}

    def choose(self, args):
        condition, yes = self.value(args[0]), self.value(args[1])
        no = self.value(args[2]) if len(args) > 2 else {}
        if not isinstance(condition, dict):
            return yes if condition else no
        pick = {t: (yes if one else no) for t, one in condition.items()}
        found = {t: (one.get(t) if isinstance(one, dict) else one) for t, one in pick.items()}
        return {t: one for t, one in found.items() if one is not None}

    def fill(self, value, how):
        filled, last = {}, None
        for t in self.times():
            last = value.get(t, last)
            given = last if isinstance(how, ast.Name) and how.id == "REPEAT" else None if isinstance(how, ast.Name) else self.value(how)
            if value.get(t, given) is not None:
                filled[t] = value.get(t, given)
        return filled

    def times(self):
        first = int(self.start // self.period) * self.period
        return range(first, int(math.ceil(self.end)), self.period)
