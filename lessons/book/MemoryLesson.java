package book;

import _14_memory.CasLoop;
import _14_memory.CoherentReads;
import _14_memory.DoubleChecked;
import _14_memory.EarlyThis;
import _14_memory.HalfWritten;
import _14_memory.HandedOut;
import _14_memory.HolderClass;
import _14_memory.IndependentReads;
import _14_memory.InitCycle;
import _14_memory.InterruptRule;
import _14_memory.JoinRule;
import _14_memory.LazyValue;
import _14_memory.LoadBuffering;
import _14_memory.MessagePassing;
import _14_memory.PassedOn;
import _14_memory.PileOfCards;
import _14_memory.QueueRule;
import _14_memory.SameLock;
import _14_memory.SharedStack;
import _14_memory.StartRule;
import _14_memory.StopFlag;
import _14_memory.StoreBuffering;
import _14_memory.WriteOrder;
import _14_memory.lab.AccessModeTrials;
import _14_memory.lab.DoubleCheckedTrials;
import _14_memory.lab.HalfWrittenTrials;
import _14_memory.lab.HappensBeforeTrials;
import _14_memory.lab.IndependentReadsTrials;
import _14_memory.lab.InitDeadlockTrial;
import _14_memory.lab.MessagePassingTrials;
import _14_memory.lab.PileTrials;
import _14_memory.lab.PublicationTrials;
import _14_memory.lab.StopFlagTrial;
import _14_memory.lab.StoreBufferingTrials;
import _14_memory.lab.UntriedTrials;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 14 of the [Contents].
final class MemoryLesson {
  private MemoryLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_14_memory",
        "A flag is set. Does the loop see it?",
        List.of("locks"),
        List.of(
            new StopFlagTrial(),
            new HappensBeforeTrials(),
            new MessagePassingTrials(),
            new StoreBufferingTrials(),
            new IndependentReadsTrials(),
            new AccessModeTrials(),
            new UntriedTrials(),
            new HalfWrittenTrials(),
            new PublicationTrials(),
            new DoubleCheckedTrials(),
            new InitDeadlockTrial(),
            new PileTrials()),
        List.of(
            new Named("stop-flag", "Works until a plain flag is set.", StopFlag.Broken.class),
            new Named("stop-flag-mended", "The flag is volatile.", StopFlag.Mended.class),
            new Named(
                "program-order", "Sets the flag, then writes the data.", WriteOrder.Broken.class),
            new Named(
                "program-order-mended",
                "Writes the data, then sets the flag.",
                WriteOrder.Mended.class),
            new Named("same-lock", "Each side takes a lock of its own.", SameLock.Broken.class),
            new Named("same-lock-mended", "Both sides take one lock.", SameLock.Mended.class),
            new Named("start", "Starts the reader, then writes.", StartRule.Broken.class),
            new Named("start-mended", "Writes, then starts the reader.", StartRule.Mended.class),
            new Named("join", "Reads without waiting for the writer.", JoinRule.Broken.class),
            new Named("join-mended", "Waits for the writer, then reads.", JoinRule.Mended.class),
            new Named(
                "interrupt", "Tells the reader with a plain flag.", InterruptRule.Broken.class),
            new Named(
                "interrupt-mended",
                "Tells the reader by an interrupt.",
                InterruptRule.Mended.class),
            new Named(
                "chain", "The second one passes it on by a plain flag.", PassedOn.Broken.class),
            new Named("chain-mended", "Both flags are volatile.", PassedOn.Mended.class),
            new Named("queue", "Passes a note on in an array.", QueueRule.Broken.class),
            new Named("queue-mended", "Passes a note on in a queue.", QueueRule.Mended.class),
            new Named("message-passing", "Data, then a plain flag.", MessagePassing.Broken.class),
            new Named(
                "message-passing-mended", "The flag is volatile.", MessagePassing.Mended.class),
            new Named(
                "store-buffering",
                "Writes its own field, reads the other's.",
                StoreBuffering.Broken.class),
            new Named(
                "store-buffering-mended", "Both fields are volatile.", StoreBuffering.Mended.class),
            new Named(
                "independent-reads",
                "Two writers, two readers, plain fields.",
                IndependentReads.Broken.class),
            new Named(
                "independent-reads-mended",
                "Both fields are volatile.",
                IndependentReads.Mended.class),
            new Named(
                "load-buffering",
                "Reads the other's field, writes its own.",
                LoadBuffering.Broken.class),
            new Named(
                "load-buffering-mended", "Both fields are volatile.", LoadBuffering.Mended.class),
            new Named("coherence", "Reads a plain field twice.", CoherentReads.Broken.class),
            new Named("coherence-mended", "The field is volatile.", CoherentReads.Mended.class),
            new Named(
                "half-written", "A long is read while it is written.", HalfWritten.Broken.class),
            new Named("half-written-mended", "The long is volatile.", HalfWritten.Mended.class),
            new Named(
                "publication", "Hands out an object in a plain field.", HandedOut.Broken.class),
            new Named("publication-mended", "The field is volatile.", HandedOut.Mended.class),
            new Named("early-this", "Registers itself in its constructor.", EarlyThis.Broken.class),
            new Named(
                "early-this-mended", "Registers it when it is complete.", EarlyThis.Mended.class),
            new Named(
                "double-checked",
                "Looks before it locks, at a plain field.",
                DoubleChecked.Broken.class),
            new Named(
                "double-checked-mended", "The field is volatile.", DoubleChecked.Mended.class),
            new Named(
                "lazy-holder", "Makes it when the field is still null.", HolderClass.Broken.class),
            new Named(
                "lazy-holder-mended", "A class of its own holds it.", HolderClass.Mended.class),
            new Named("class-cycle", "A class makes one of its subclass.", InitCycle.Broken.class),
            new Named(
                "class-cycle-mended", "Only the subclass needs the other.", InitCycle.Mended.class),
            new Named("cas-once", "Tries compareAndSet once.", CasLoop.Broken.class),
            new Named("cas-once-mended", "Tries until it succeeds.", CasLoop.Mended.class),
            new Named("aba", "Takes a card that has been away.", PileOfCards.Broken.class),
            new Named("aba-mended", "Counts the changes in a stamp.", PileOfCards.Mended.class)),
        List.of(
            new Exercise("Once", "Computed when needed, and once only.", LazyValue.class),
            new Exercise("LockFreeStack", "A pile at which nobody waits.", SharedStack.class)));
  }
}
