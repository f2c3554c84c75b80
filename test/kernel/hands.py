"""The suite's hands: builds a world out of network namespaces and sends its probes; told what to do in JSON lines on stdin.

One process can have sockets in all namespaces, because a socket stays in the one where it was opened.
"""

import json
import signal
import sys
import time

from exchange import Exchange
from namespaces import Namespaces, build, libc
from pings import time_pings

PR_SET_PDEATHSIG = 1


def carry_out(spaces, order):
    started = time.monotonic()
    exchange = None
    try:
        build(spaces, order["stations"])
        built = time.monotonic()
        if "pings" in order:
            return {"pings": time_pings(spaces, order["pings"])}
        exchange = Exchange(spaces, order["machines"], order["probes"])
        answer = exchange.run()
        answer["seconds"] = [built - started, time.monotonic() - built]
        return answer
    except Exception as error:
        spaces.leave()
        return {"failed": "%s: %s" % (type(error).__name__, error)}
    finally:
        if exchange:
            exchange.close()
        spaces.let_go()


def main():
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # A Ctrl-C is the suite's to take; it closes our stdin.
    spaces = Namespaces()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        print(json.dumps(carry_out(spaces, json.loads(line))), flush=True)


main()
