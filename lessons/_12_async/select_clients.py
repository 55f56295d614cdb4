"""One thread listens to three clients with the module select. They speak in the order 3, 1, 2, each
when the one before was heard. Prints who was heard."""

import select
import socket

pairs = [socket.socketpair() for _ in range(3)]
for number in (3, 1, 2):
    pairs[number - 1][0].send(b"!")
    ready, _, _ = select.select([server for _, server in pairs], [], [], 10)
    for server in ready:
        server.recv(1)
        print(1 + [server for _, server in pairs].index(server))
for pair in pairs:
    for end in pair:
        end.close()
