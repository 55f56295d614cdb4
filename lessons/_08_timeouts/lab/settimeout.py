"""Nothing has been sent. What does recv() do, with each kind of timeout?"""

import socket
import sys
import threading

LIMIT = float(sys.argv[1])


def receive(timeout):
    """Waits for a byte, which comes only if the wait has no other end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        with socket.create_connection(listening.getsockname()) as client:
            server, _ = listening.accept()
            with server:
                client.settimeout(timeout)
                if timeout is None:
                    threading.Timer(2 * LIMIT, server.sendall, [b"."]).start()
                try:
                    return f"returns {client.recv(1)!r}"
                except OSError as failed:
                    return f"{type(failed).__name__}: {failed}"


for name, timeout in (("None", None), ("0", 0), (str(LIMIT), LIMIT)):
    print(f"settimeout({name})", receive(timeout), sep="\t")
