"""Runs a command on a terminal of its own. Standard input says in turn what is typed and what must appear:
type TEXT, key NAME, see REGULAR EXPRESSION, end STATUS. Prints all that has appeared."""
import os
import pty
import re
import select
import sys
import time

KEYS = {"enter": b"\r", "interrupt": b"\x03", "end": b"\x04", "up": b"\x1b[A", "tab": b"\t"}

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
shown = ""
begun = 0


def fail(what):
    os.kill(pid, 9)
    print(shown.replace("\r", ""))
    sys.exit("terminal.py: " + what)


def read():
    """Reads what is there; false at the end."""
    global shown
    if select.select([terminal], [], [], 0.2)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return False
        if not data:
            return False
        shown += data.decode(errors="replace")
    return True


for step in sys.stdin.read().splitlines():
    verb, what = (step.split(" ", 1) + [""])[:2]
    limit = time.time() + 120
    if verb == "type":
        os.write(terminal, what.encode() + KEYS["enter"])
    elif verb == "key":
        os.write(terminal, KEYS[what])
    elif verb == "see":
        found = re.compile(what).search(shown, begun)
        while not found:
            if time.time() > limit or not read():
                fail("never saw " + what + " behind: " + shown[begun:])
            found = re.compile(what).search(shown, begun)
        begun = found.end()
    elif verb == "end":
        while read():
            if time.time() > limit:
                fail("does not end")
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status != int(what):
            fail("status %d, not %s" % (status, what))
    else:
        fail("no such step: " + step)
print(shown.replace("\r", ""))
