"""Two clients of an echo server: one with the module socket, which says ping and closes, and one with
asyncio. Argument: the port. Prints what each sent, and heard."""

import asyncio
import socket
import sys

port = int(sys.argv[1])


async def tcp_echo_client(message):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(message.encode())
    echo = await reader.readexactly(len(message))
    writer.close()
    return echo.decode()


with socket.create_connection(("127.0.0.1", port), 10) as sock:
    sock.sendall(b"ping")
print("socket: sent ping, and closed")
print("asyncio: heard " + asyncio.run(tcp_echo_client("hello World!")))
