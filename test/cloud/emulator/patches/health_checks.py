"""Health checks as they are sent: the emulator loses the children of calculated ones, and writes Python's `True`, which
no SDK takes for true.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html (ChildHealthChecks; Inverted, EnableSNI: Boolean).
"""

import ministack.services.route53 as route53
from patches.emulator import private


def apply():
    original = private(route53, "_build_health_check_el")

    def build(parent, health_check):
        original(parent, health_check)
        for element in parent.iter():
            if element.text in ("True", "False"):
                element.text = element.text.lower()

    route53._build_health_check_el = build

    parse_config = private(route53, "_parse_health_check_config")

    def parse(element):
        config = parse_config(element)
        if "ChildHealthChecks" in config:
            config["ChildHealthChecks"] = [
                (child.text or "").strip() for child in element.iter() if child.tag.split("}")[-1] == "ChildHealthCheck"
            ]
        return config

    route53._parse_health_check_config = parse
