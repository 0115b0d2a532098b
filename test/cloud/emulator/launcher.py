"""Runs the emulator with our patches.

Every patch is a module in `patches/` with `apply()`. Control routes are served under `/_patch/`.
The process ends when its stdin closes, so it never outlives the program that started it. With `--names` it only prints
which private names of the emulator the patches use, and fails when one of them is gone.
"""

import json
import os
import signal
import sys
import threading


def end_with_parent():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    from patches import NAMES, apply_all

    apply_all()
    if "--names" in sys.argv:
        from patches.pinned import EMULATOR_VERSION, names_used

        print(json.dumps({"version": EMULATOR_VERSION, "patches": NAMES, "names": names_used()}))
        return
    if not sys.stdin.isatty():
        threading.Thread(target=end_with_parent, daemon=True).start()
    from ministack.app import main as run

    sys.argv = sys.argv[:1]
    run()


if __name__ == "__main__":
    main()
