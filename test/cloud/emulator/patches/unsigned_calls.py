"""Unsigned calls of an API find it in whatever account and region it lives; the emulator looks in one account only.

An API id is unique in AWS and its host name needs no credentials:
https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
"""

import ministack.services.apigateway as http_apis
import ministack.services.apigateway_v1 as rest_apis
from patches.pinned import private


def apply():
    def owner_of(store):
        def find(api_id):
            for (account, region, stored_id), _ in store().all_items():
                if stored_id == api_id:
                    return account, region
            return None

        return find

    for module, store in ((http_apis, "_apis"), (rest_apis, "_rest_apis")):
        private(module, store)
        private(module, "find_api_scope")
        module.find_api_scope = owner_of(lambda module=module, store=store: getattr(module, store))
