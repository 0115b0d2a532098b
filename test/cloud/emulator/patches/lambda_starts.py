"""Execution environments that start do not keep each other, or the other services, from getting anywhere.

On AWS every one of them starts on a machine of its own, in the same time however many there are. Here each call that finds none
free starts a process: after an update that takes the old ones away, calls that come faster than processes start on this machine
make more and more of them, until the threads of the emulator are all taken and nothing answers any more, in any region. So of one
function no more than two start at a time; other calls wait for one that becomes free, as they would for their own.

https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html ("Understanding and visualizing concurrency")
"""

import threading
import time

import ministack.core.lambda_runtime as lambda_runtime
import ministack.services.lambda_svc as lambda_svc
from patches.pinned import private

STARTING = 2
# Then it starts one of its own: nothing waits for ever.
PATIENCE_SECONDS = 30
# One that is killed in between is not released by whoever waits for it.
LOOK_SECONDS = 1


def apply():
    acquire = lambda_runtime.acquire_worker
    key_of = private(lambda_runtime, "_worker_key")
    lock = private(lambda_runtime, "_lock")
    workers = private(lambda_runtime, "_workers")

    def must_wait(key):
        with lock:
            entries = workers.get(key, [])
            if any(not worker.in_use for worker in entries):
                return False
            return sum(1 for worker in entries if worker._cold or worker._proc is None) >= STARTING

    release = lambda_runtime.release_worker
    free = threading.Condition()

    def acquire_in_turn(func_name, config, code_zip, qualifier="$LATEST", max_concurrency=None):
        key = key_of(func_name, config, qualifier)
        deadline = time.monotonic() + PATIENCE_SECONDS
        # Those that wait sleep: many that look again and again would take the time of the one that starts.
        while must_wait(key) and time.monotonic() < deadline:
            with free:
                free.wait(LOOK_SECONDS)
        return acquire(func_name, config, code_zip, qualifier=qualifier, max_concurrency=max_concurrency)

    def release_and_tell(worker):
        release(worker)
        with free:
            free.notify_all()

    for module in (lambda_runtime, lambda_svc):
        module.acquire_worker = acquire_in_turn
        module.release_worker = release_and_tell
