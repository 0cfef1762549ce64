"""A client of workspaces in another language, written from the protocol alone; then what it must see."""
import os
import pickle
import socket
import sys
import threading
import time

PORT = int(sys.argv[1])
PYTHON, TEXT = 1 << 24, 1


class Client:
    """hello: the four bytes; wishes: options, only with X000."""

    def __init__(self, hello=b"X000", wishes=None):
        self.s = socket.create_connection(("127.0.0.1", PORT))
        self.s.settimeout(100)
        self.to = self.back = False
        self.cookies = True
        self.s.sendall(hello)
        answer = self.take(4)
        if hello == b"X000":
            assert answer == b"P000", answer
            self.offers = self.dictionary()
            wishes = wishes or {}
            self.s.sendall(b"R000" + self.packed(wishes))
            self.accepted = self.take(4)
            self.to, self.back = "MetadataToServer" in wishes, "MetadataFromServer" in wishes
        else:
            assert answer == b"2223", answer
            self.cookies = hello == b"1112"

    def take(self, n):
        data = b""
        while len(data) < n:
            part = self.s.recv(n - len(data))
            if not part:
                raise EOFError("closed")
            data += part
        return data

    @staticmethod
    def packed(pairs):
        out = b"%04d" % len(pairs)
        for key, value in pairs.items():
            out += b"%04d%s%04d%s" % (len(key), key.encode(), len(value), value.encode())
        return out

    def dictionary(self):
        pairs = {}
        for _ in range(int(self.take(4))):
            key = self.take(int(self.take(4)))
            pairs[key.decode()] = self.take(int(self.take(4))).decode()
        return pairs

    def send(self, *args):
        args = [a if isinstance(a, bytes) else a.encode() for a in args]
        head = self.packed({}) if self.to else b""
        self.s.sendall(head + b"%04d" % len(args) + b"".join(b"%020d%s" % (len(a), a) for a in args))

    def status(self, *args):
        self.send(*args)
        self.meta = self.dictionary() if self.back else {}
        return int(self.take(4))

    def answer(self):
        self.meta = self.dictionary() if self.back else {}
        status = int(self.take(4))
        descriptor = int(self.take(20))
        cookie = self.take(40) if self.cookies else None
        return status, descriptor, cookie, self.take(int(self.take(20)))

    def value(self, *args):
        self.send(*args)
        return self.answer()

    def store(self, ws, name, value):
        plain = isinstance(value, str)
        data = value.encode() if plain else pickle.dumps(value)
        return self.status("store", ws, name, "%020d" % (PYTHON | (TEXT if plain else 0)), data)

    def get(self, op, ws, name):
        status, descriptor, _, data = self.value(op, ws, name)
        assert status == 0, (op, name, status)
        return data.decode() if descriptor & TEXT else pickle.loads(data)


def listing(client, ws):
    status, descriptor, _, data = client.value("list vars", ws)
    assert status == 0 and descriptor == 1
    return data.decode()


def eventually(test, what):
    end = time.time() + 100
    while not test():
        assert time.time() < end, what
        time.sleep(0.01)


a = Client()
assert a.offers["MetadataToServer"] == "" and a.offers["MetadataFromServer"] == "", a.offers
assert a.accepted == b"A000"
b = Client(wishes={"MetadataToServer": "1", "MetadataFromServer": "1"})
old = Client(b"0000")
r = Client(b"1112")
script = Client(b"1111")
assert Client(wishes={"SSL": "1"}).accepted == b"F000"

# opening, owning, listing
assert a.status("open ws", "table", "77", "no") == 0
assert b.status("use ws", "table", "", "no") == 0
assert b.status("open ws", "absent", "1", "no", "no") != 0 and "absent" in b.meta["nwsReason"], b.meta
assert b.status("use ws", "absent", "", "no", "no") != 0
own = [l for l in a.value("list wss")[3].decode().split("\n") if "table" in l][0].split("\t")
assert own[0] == ">table" and own[2:] == ["False", "0", ""], own
assert own[1] == "127.0.0.1:%d (77)" % a.s.getsockname()[1], own
assert b.value("list wss", "table")[3].startswith(b" table\t")
assert a.value("list wss")[3].startswith(b" __default\t[system]\tTrue\t0\t\n")

# values of all kinds, each fetched once
assert a.store("table", "x", "one") == 0 and a.store("table", "x", {"two": 2}) == 0 and a.store("table", "x", "") == 0
assert listing(a, "table") == "x\t3\t0\t0\tfifo"
assert b.get("find", "table", "x") == "one"
assert b.get("fetch", "table", "x") == "one" and b.get("fetch", "table", "x") == {"two": 2}
assert b.get("fetch", "table", "x") == ""
status, descriptor, cookie, data = b.value("fetchTry", "table", "x")
assert (status, descriptor, cookie, data) == (1, 0, b" " * 20 + b"0" * 20, b"")
long = os.urandom(3 << 20)
assert a.status("store", "table", "long", "%020d" % (PYTHON | TEXT), long) == 0
assert r.status("use ws", "table", "", "no") == 0 and r.value("find", "table", "long")[3] == long
assert a.value("fetch", "table", "long")[3] == long

# clients without cookies
for one in (old, script):
    assert one.status("use ws", "table", "", "no") == 0
    assert one.store("table", "y", "old") == 0 and one.get("fetch", "table", "y") == "old"

# modes
assert a.status("declare var", "table", "x", "lifo") == 1
assert a.status("declare var", "table", "l", "lifo") == 0 and a.status("declare var", "table", "l", "lifo") == 0
assert a.status("declare var", "table", "l", "strange") == 1
for i in "123":
    a.store("table", "l", i)
assert a.get("fetch", "table", "l") == "3"
assert a.status("declare var", "table", "s", "single") == 0
for i in "123":
    a.store("table", "s", i)
assert a.get("find", "table", "s") == "3" and "s\t1\t0\t0\tsingle" in listing(a, "table")
assert a.status("declare var", "table", "m", "multi") == 0
for i in "123":
    a.store("table", "m", i)
assert sorted(a.get("fetch", "table", "m") for _ in "123") == ["1", "2", "3"]
assert a.value("fetchTry", "table", "new")[0] == 1 and "new\t0\t0\t0\tunknown" in listing(a, "table")

# iterators and their cookies
for i in range(3):
    a.store("table", "it", str(i))
blank, number, seen = b" " * 20, 0, []
while True:
    status, descriptor, cookie, data = a.value("ifindTry", "table", "it", blank, "%020d" % number)
    if status:
        assert descriptor == 0 and not data
        break
    blank, number = cookie[:20], int(cookie[20:])
    assert blank.strip() and number == len(seen)
    seen.append(data.decode())
assert seen == ["0", "1", "2"]
a.store("table", "it", "3")
assert a.value("ifetchTry", "table", "it", blank, "%020d" % number)[3] == b"3"
assert a.value("ifetchTry", "table", "it", " " * 20, "%020d" % 9)[3] == b"0"
status, descriptor, _, data = a.value("ifindTry", "table", "l", " " * 20, "%020d" % 0)
assert (status, descriptor, data) == (1, 1, b"")
assert a.status("delete var", "table", "it") == 0 and a.status("delete var", "table", "it") == 1
a.store("table", "it", "again")
assert a.value("ifind", "table", "it", blank, "%020d" % number)[:2] == (1, 0)
s, _, c1, d1 = a.value("ifind", "table", "s", " " * 20, "%020d" % 0)
assert d1 == b"3" and int(c1[20:]) == 2

# who waits: finders first, then the oldest fetcher; deletion wakes all
b.send("fetch", "table", "w")
eventually(lambda: "w\t0\t1\t0\tunknown" in listing(a, "table"), "a fetcher waits")
r.send("find", "table", "w")
eventually(lambda: "w\t0\t1\t1\tunknown" in listing(a, "table"), "a finder waits")
a.store("table", "w", "for both")
assert b.answer()[3] == b"for both" and r.answer()[3] == b"for both"
assert "w\t0\t0\t0\tfifo" in listing(a, "table")
b.send("fetch", "table", "w")
r.send("ifind", "table", "w", " " * 20, "%020d" % 0)
eventually(lambda: "w\t0\t1\t1" in listing(a, "table"), "both wait")
a.status("delete var", "table", "w")
assert b.answer()[0] == 1 and "deleted" in b.meta["nwsReason"]
assert r.answer()[:2] == (1, 0)

# another workspace of the same name is another one
assert b.status("delete ws", "table") == 0 and b.status("delete ws", "table") == 1
assert r.status("open ws", "table", "9", "no") == 0
assert a.store("table", "x", "lost") != 0 and a.value("fetchTry", "table", "x")[0] != 0
assert a.status("open ws", "table", "77", "no") == 0 and a.store("table", "x", "found") == 0
assert b.value("fetchTry", "never opened", "x")[0] != 0

# names: blanks, UTF-8; temporary ones
assert a.store("table", "na\u00efve name", "ok") == 0 and "na\u00efve name\t1" in listing(a, "table")
assert a.value("mktemp ws", "__pyws__%d")[3].decode().startswith("__pyws__")
status, descriptor, _, name = a.value("mktemp ws", "__Rws__%010d")
assert status == 0 and descriptor == 1 and len(name) >= 17 and name[7:17].isdigit(), name
for bad in ("none", "%d%d", "%s", "%d %f"):
    assert a.value("mktemp ws", bad)[0] == 1, bad

# the owner's end
r.s.close()
eventually(lambda: b"table\t" not in a.value("list wss")[3], "the owner's workspace is purged")
assert a.store("table", "x", "gone") != 0

# nonsense ends its own connection and no other
for nonsense in (b"GET / HTTP/1.1\r\n\r\n", b"X000R000000x", b"1112" + b"00x1", b"1112" + b"0001" + b"9" * 20):
    with socket.create_connection(("127.0.0.1", PORT)) as s:
        s.settimeout(100)
        s.sendall(nonsense)
        try:
            while s.recv(4096):
                pass
        except ConnectionResetError:
            pass
assert a.status("open ws", "still", "1", "no") == 0

# 50 wait, 50 are served in the order of waiting
waiting = [Client() for _ in range(50)]
for i, one in enumerate(waiting):
    one.status("use ws", "still", "", "no")
    one.send("fetch", "still", "queue")
    eventually(lambda: "queue\t0\t%d\t" % (i + 1) in listing(a, "still"), "fetcher waits")
for i in range(50):
    a.store("still", "queue", str(i))
assert [one.answer()[3].decode() for one in waiting] == [str(i) for i in range(50)]
assert listing(a, "still") == "queue\t0\t0\t0\tfifo"
print("all seen")
