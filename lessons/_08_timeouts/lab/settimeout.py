"""Nothing has been sent. What does recv() do, with each kind of timeout?"""

import socket
import sys
import threading

LIMIT = float(sys.argv[1])


def receive(timeout):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        with socket.create_connection(listening.getsockname()) as client:
            server, _ = listening.accept()
            client.settimeout(timeout)
            late = threading.Timer(2 * LIMIT, server.sendall, [b"."])
            late.start()
            try:
                ended = f"returns {client.recv(1)!r}"
            except OSError as failed:
                ended = f"{type(failed).__name__}: {failed}"
            late.join()
            server.close()
            return ended


for name, timeout in (("None", None), ("0", 0), (str(LIMIT), LIMIT)):
    print(f"settimeout({name})", receive(timeout), sep="\t")
