// %% [markdown]
// # 13 Websockets
//
// 50 clients poll ten times a second. What does push save?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _13_websockets.*;
import _13_websockets.lab.*;
import java.net.http.HttpClient;
import java.util.concurrent.*;
import workbook.Await;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## Asking
//
// A log of messages, and a server that answers questions about it.
//
// **Ask:** nothing has been published. What does a client hear that asks?
// %%
var log = new MessageLog();
System.out.println(log.after(0));
//> []

// %% [markdown]
// It asks again, and again.
//
// **Ask:** how could the server spare it the empty answers, and still speak only when it's asked?
// %%
var patience = Duration.ofSeconds(10);
var waiting = new FutureTask<>(() -> log.awaitAfter(0, patience));
Thread.startVirtualThread(waiting);
log.append("The lecture has begun.");
System.out.println(waiting.get());
//> [The lecture has begun.]

// %% [markdown]
// It waits with the answer: long polling.
//
// **Ask:** why does the client say how many it has seen?
// %%
log.append("Two at once,");
log.append("and none missed.");
System.out.println(log.after(1));
//> [Two at once,, and none missed.]

// %% [markdown]
// ## Being told
//
// A web socket begins as an HTTP request with a key. The server proves that it knows the protocol.
//
// **Ask:** how can it do that without a secret?
// %%
var key = "dGhlIHNhbXBsZSBub25jZQ==";
System.out.println(Handshake.request("example.org", key));
System.out.println(Handshake.accept(key));
//> GET / HTTP/1.1...
//> s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

// %% [markdown]
// A hash of the key and a text from the standard: nobody does that by accident.
//
// **Ask:** a client says `hi`. How many bytes is that?
// %%
var frame = Handshake.frame("hi", new byte[] {1, 2, 3, 4});
System.out.println(HexFormat.ofDelimiter(" ").formatHex(frame));
//> 81 82 01 02 03 04 69 6b

// %% [markdown]
// **Ask:** the last two bytes should be `h` and `i`, 68 and 69. What happened to them?
// %% [markdown]
// The mask: 68 XOR 01 is 69, and 69 XOR 02 is 6b.
//
// ## A chat
//
// Ann, Bob and Carl are in a chat. Ann says Hello.
//
// **Ask:** how many copies does the server send?
// %%
var chat = new ChatServer(Loopback.anyPort(), () -> {});
chat.open();
var people = new Audience(chat.address());
people.join(3);
people.say(0, "Ann");
people.awaitHeard("Ann has joined.", 0);
people.say(1, "Bob");
people.awaitHeard("Bob has joined.", 0, 1);
people.say(2, "Carl");
people.awaitHeard("Carl has joined.", 0, 1, 2);
people.say(0, "Hello");
people.awaitHeard("Ann: Hello", 0, 1, 2);
System.out.println(people.heard(0));
System.out.println(people.heard(2));
//> [Ann has joined., Bob has joined., Carl has joined., Ann: Hello]
//> [Carl has joined., Ann: Hello]

// %% [markdown]
// Three, one for each connection.
//
// **Ask:** Bob's browser crashes. Who tells the others?
// %%
people.clients.get(1).close();
people.awaitHeard("Bob has left.", 0, 2);
System.out.println(people.heard(2).getLast());
//> Bob has left.

// %% [markdown]
// **Ask:** somebody sends a frame with an opcode that doesn't exist. Who is thrown out?
// %%
var rude = new RawClient(chat.address());
rude.send((byte) 0x83, (byte) 0x80, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
System.out.println("close code " + rude.read().closeCode());
rude.close();
people.say(0, "Still here?");
people.awaitHeard("Ann: Still here?", 0, 2);
System.out.println(people.heard(2).getLast());
people.close();
chat.close();
//> close code 1002
//> Ann: Still here?

// %% [markdown]
// ## A mistake
//
// This client counts what it has seen, and asks for the rest. But it counts its questions.
//
// **Ask:** what does it print?
// %%
var seen = 0;
for (var question = 0; question < 3; question++) {
  for (var message : log.after(seen)) {
    System.out.println(message);
  }
  seen++;
}
//> The lecture has begun.
//> Two at once,
//> and none missed.
//> Two at once,
//> and none missed.
//> and none missed.

// %% [markdown]
// **Ask:** which line do we mend?
// %%
seen = 0;
for (var question = 0; question < 3; question++) {
  for (var message : log.after(seen)) {
    System.out.println(message);
    seen++;
  }
}
//> The lecture has begun.
//> Two at once,
//> and none missed.

// %% [markdown]
// ## One who never reads
//
// Three clients get 300 messages of 32 KiB. One of them never reads.
//
// **Ask:** where are its messages?
// %%
System.out.println(ExperimentCell.chart(new FanOutTrial(), "messages=300"));
//> Kept for the client that doesn't read...

// %% [markdown]
// In the server's memory, unless it has a bound and a decision: drop, or disconnect.
// %%
/exit
