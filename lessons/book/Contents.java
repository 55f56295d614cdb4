package book;

import _01_processes.Orchestra;
import _01_processes.lab.Anatomy;
import _01_processes.lab.ChattyChildTrials;
import _01_processes.lab.ForkAndWait;
import _01_processes.lab.InheritedFiles;
import _01_processes.lab.OneVariable;
import _01_processes.lab.ProcessObject;
import _01_processes.lab.SleepingLoop;
import _01_processes.lab.StartUpCost;
import _01_processes.lab.TwoTalkers;
import _02_threads.Mapper;
import _02_threads.MissingJoin;
import _02_threads.lab.EndingsTrial;
import _02_threads.lab.HelloThreadsTrials;
import _02_threads.lab.PoolOfSquaresTrial;
import _02_threads.lab.PoolShutdownTrial;
import _02_threads.lab.PythonRunAndWait;
import _02_threads.lab.RunAndWaitTiming;
import _02_threads.lab.SharedHeapTrial;
import _02_threads.lab.SleepersCost;
import _03_races.BarrierIncrements;
import _03_races.BoxOffice;
import _03_races.Counter;
import _03_races.LastTicket;
import _03_races.LostUpdate;
import _03_races.ReadyFlag;
import _03_races.TwoIncrements;
import _03_races.Votes;
import _03_races.lab.BarrierTrials;
import _03_races.lab.CheckThenActTrials;
import _03_races.lab.GilTwinRun;
import _03_races.lab.LostUpdatesSweep;
import _03_races.lab.StressRaces;
import _03_races.lab.TwoIncrementsTrials;
import _03_races.lab.WarmedUpRounds;
import _03_races.lab.WithALockTrials;
import _04_locks.AcquireInTry;
import _04_locks.LockOrder;
import _04_locks.LockPerUse;
import _04_locks.LockTwice;
import _04_locks.MovingPoint;
import _04_locks.Payments;
import _04_locks.Publication;
import _04_locks.Purse;
import _04_locks.ReleaseOrder;
import _04_locks.TornPoint;
import _04_locks.TwoDoors;
import _04_locks.lab.AcquireInTryTrial;
import _04_locks.lab.DeadlockByOrder;
import _04_locks.lab.FairnessTiming;
import _04_locks.lab.LivelockTrials;
import _04_locks.lab.LockCostTiming;
import _04_locks.lab.LockTwiceTrials;
import _04_locks.lab.ReadWriteTiming;
import _04_locks.lab.ReleaseOrderTrials;
import _04_locks.lab.StressLocks;
import _04_locks.lab.TornPointTrials;
import _05_conditions.Buffer;
import _05_conditions.Crew;
import _05_conditions.GarbledLine;
import _05_conditions.Gate;
import _05_conditions.IfForWhile;
import _05_conditions.PoisonPills;
import _05_conditions.SharedCondition;
import _05_conditions.lab.CapacityTiming;
import _05_conditions.lab.GarbledLineTrials;
import _05_conditions.lab.IfOrWhileTrials;
import _05_conditions.lab.PoisonPillTimeline;
import _05_conditions.lab.QueueOccupancy;
import _05_conditions.lab.SignalOrSignalAllTrial;
import _05_conditions.lab.StressConditions;
import _05_conditions.lab.WakeUpCount;
import _06_cpu.Survey;
import _06_cpu.lab.AmdahlTiming;
import _06_cpu.lab.CountdownTiming;
import _06_cpu.lab.CpuUseOverTime;
import _06_cpu.lab.FalseSharingTiming;
import _06_cpu.lab.HandOverDelay;
import _06_cpu.lab.SpeedUpTiming;
import _06_cpu.lab.SplitBalance;
import _06_cpu.lab.ThreeWaysTiming;
import _06_cpu.lab.VanishingLoopTiming;
import _07_sockets.Protocol;
import _07_sockets.lab.BacklogFullTiming;
import _07_sockets.lab.ClientAndServerConversation;
import _07_sockets.lab.DialogueConversation;
import _07_sockets.lab.HalfCloseConversation;
import _07_sockets.lab.LettersInPiecesTrials;
import _07_sockets.lab.PartialReadsTrials;
import _07_sockets.lab.PortAndAddressChecks;
import _07_sockets.lab.ShortFormConversation;
import _08_timeouts.Caller;
import _08_timeouts.IgnoredTimeout;
import _08_timeouts.lab.ConnectTimeout;
import _08_timeouts.lab.Errors;
import _08_timeouts.lab.EveryTimedWait;
import _08_timeouts.lab.InterruptARead;
import _08_timeouts.lab.ReadTimeout;
import _08_timeouts.lab.SettimeoutThreeWays;
import _08_timeouts.lab.SilentClient;
import _08_timeouts.lab.SlowDrip;
import _08_timeouts.lab.WriteStall;
import _10_servers.lab.EchoTiming;
import _10_servers.lab.LongLivedTrial;
import _13_websockets.ChatRoom;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// The book's lessons in the order of its rooms. Adding a lesson means adding a room, and a method
/// and a name here.
public final class Contents {
  public static final List<Lesson> LESSONS =
      List.of(
          processes(),
          threads(),
          races(),
          locks(),
          conditions(),
          cpu(),
          sockets(),
          timeouts(),
          servers(),
          websockets());

  private Contents() {}

  private static Lesson processes() {
    return new Lesson(
        "_01_processes",
        "A child changes a variable. What does its parent see?",
        List.of(),
        List.of(
            new OneVariable(),
            new InheritedFiles(),
            new SleepingLoop(),
            new ForkAndWait(),
            new TwoTalkers(),
            new ProcessObject(),
            new ChattyChildTrials(),
            new StartUpCost(),
            new Anatomy()),
        List.of(),
        List.of(
            new Exercise(
                "Conductor", "Several children at once, and none left behind.", Orchestra.class)));
  }

  private static Lesson threads() {
    return new Lesson(
        "_02_threads",
        "Five threads say hello. In what order?",
        List.of("processes"),
        List.of(
            new HelloThreadsTrials(),
            new SharedHeapTrial(),
            new PoolOfSquaresTrial(),
            new PoolShutdownTrial(),
            new RunAndWaitTiming(),
            new PythonRunAndWait(),
            new SleepersCost(),
            new EndingsTrial()),
        List.of(
            new Named("missing-join", "Looks without waiting.", MissingJoin.Broken.class),
            new Named(
                "missing-join-mended",
                "Waits for the thread, then looks.",
                MissingJoin.Mended.class)),
        List.of(
            new Exercise(
                "ParallelMap", "Map every element, several of them at a time.", Mapper.class)));
  }

  private static Lesson races() {
    return new Lesson(
        "_03_races",
        "Five threads add a million each. What is the sum?",
        List.of("threads"),
        List.of(
            new BarrierTrials(),
            new WithALockTrials(),
            new CheckThenActTrials(),
            new TwoIncrementsTrials(),
            new LostUpdatesSweep(),
            new WarmedUpRounds(),
            new GilTwinRun(),
            new StressRaces()),
        List.of(
            new Named(
                "lost-for-certain",
                "Two threads meet at a barrier.",
                BarrierIncrements.Broken.class),
            new Named(
                "lost-for-certain-mended",
                "Adds in a single step.",
                BarrierIncrements.Mended.class),
            new Named("lost-update", "Two threads add one each.", LostUpdate.Broken.class),
            new Named("lost-update-locked", "Each call takes a lock.", LostUpdate.HalfMended.class),
            new Named("lost-update-mended", "One lock for all calls.", LostUpdate.Mended.class),
            new Named("check-then-act", "Two people, one ticket.", LastTicket.Broken.class),
            new Named(
                "check-then-act-mended",
                "Checks and buys under one lock.",
                LastTicket.Mended.class),
            new Named(
                "two-increments", "Two threads increment once each.", TwoIncrements.Plain.class),
            new Named(
                "two-increments-half-mended",
                "The field is volatile.",
                TwoIncrements.Volatile.class),
            new Named("two-increments-mended", "An atomic increment.", TwoIncrements.Atomic.class),
            new Named("ready-flag", "Data first, then a flag.", ReadyFlag.Broken.class),
            new Named("ready-flag-mended", "The flag is volatile.", ReadyFlag.Mended.class),
            new Named("get-then-set", "Two votes in a concurrent map.", Votes.Broken.class),
            new Named("get-then-set-mended", "Gets and sets in one step.", Votes.Mended.class)),
        List.of(
            new Exercise("Tally", "A counter that several threads add to.", Counter.class),
            new Exercise("TicketBooth", "No seat sold twice, nobody refused.", BoxOffice.class)));
  }

  private static Lesson locks() {
    return new Lesson(
        "_04_locks",
        "Can you see x from one point and y from another?",
        List.of("races"),
        List.of(
            new TornPointTrials(),
            new LockTwiceTrials(),
            new AcquireInTryTrial(),
            new DeadlockByOrder(),
            new ReleaseOrderTrials(),
            new LivelockTrials(),
            new FairnessTiming(),
            new ReadWriteTiming(),
            new LockCostTiming(),
            new StressLocks()),
        List.of(
            new Named("torn-point", "A point moves while somebody looks.", TornPoint.Broken.class),
            new Named(
                "torn-point-half-mended", "Only the writer locks.", TornPoint.HalfMended.class),
            new Named("torn-point-mended", "One lock for both sides.", TornPoint.Mended.class),
            new Named("publish", "Looks without the lock.", Publication.Broken.class),
            new Named("publish-mended", "Both sides take the lock.", Publication.Mended.class),
            new Named(
                "lock-per-instance", "Two doors count with a lock each.", TwoDoors.Broken.class),
            new Named(
                "lock-per-instance-mended", "One lock for one number.", TwoDoors.Mended.class),
            new Named("lock-per-use", "A new lock each time.", LockPerUse.Broken.class),
            new Named("lock-per-use-mended", "The same lock each time.", LockPerUse.Mended.class),
            new Named("lock-twice", "Takes the lock that it holds.", LockTwice.Broken.class),
            new Named("lock-twice-mended", "The lock is reentrant.", LockTwice.Mended.class),
            new Named("leaked-lock", "An exception skips the unlock.", Purse.Broken.class),
            new Named("leaked-lock-mended", "Unlocks in finally.", Purse.Mended.class),
            new Named("acquire-in-try", "Unlocks what it never locked.", AcquireInTry.Broken.class),
            new Named("acquire-in-try-mended", "Locks before try.", AcquireInTry.Mended.class),
            new Named("lock-order", "Ann pays Bob while Bob pays Ann.", LockOrder.Broken.class),
            new Named("lock-order-mended", "Both lock in the same order.", LockOrder.Mended.class),
            new Named(
                "release-order",
                "Two orders of taking, neatly released.",
                ReleaseOrder.Broken.class),
            new Named(
                "release-order-mended",
                "One order of taking, two of releasing.",
                ReleaseOrder.Mended.class)),
        List.of(
            new Exercise("GuardedPoint", "Nobody ever sees half a move.", MovingPoint.class),
            new Exercise("Bank", "Accounts pay one another; nothing is lost.", Payments.class)));
  }

  private static Lesson conditions() {
    return new Lesson(
        "_05_conditions",
        "A queue has room for five items. What happens to the sixth?",
        List.of("locks"),
        List.of(
            new QueueOccupancy(),
            new PoisonPillTimeline(),
            new GarbledLineTrials(),
            new IfOrWhileTrials(),
            new SignalOrSignalAllTrial(),
            new WakeUpCount(),
            new CapacityTiming(),
            new StressConditions()),
        List.of(
            new Named("one-pill", "Two workers, one pill.", PoisonPills.Broken.class),
            new Named("one-pill-mended", "A pill for each worker.", PoisonPills.Mended.class),
            new Named("garbled-line", "Two lines, three writes each.", GarbledLine.Broken.class),
            new Named("garbled-line-mended", "One write for a line.", GarbledLine.Mended.class),
            new Named(
                "if-for-while", "A guest who finds nothing waits once.", IfForWhile.Broken.class),
            new Named(
                "if-for-while-mended", "Waits until there is something.", IfForWhile.Mended.class),
            new Named(
                "signal-for-signalall",
                "One bell for two reasons, one ring.",
                SharedCondition.Broken.class),
            new Named(
                "signal-for-signalall-mended",
                "Everybody hears the bell.",
                SharedCondition.Mended.class),
            new Named("signal-before-wait", "Waits for a signal at a gate.", Gate.NeverLooks.class),
            new Named(
                "signal-before-wait-mended", "Waits for the gate to be open.", Gate.Mended.class),
            new Named(
                "await-without-lock", "Looks and waits without the lock.", Gate.WithoutLock.class),
            new Named(
                "await-without-lock-mended", "Looks and waits under the lock.", Gate.Mended.class)),
        List.of(
            new Exercise(
                "BoundedBuffer",
                "A bounded queue with time limits and interruption.",
                Buffer.class),
            new Exercise("Workers", "A pool that finishes all its work, then ends.", Crew.class)));
  }

  private static Lesson cpu() {
    return new Lesson(
        "_06_cpu",
        "Two threads on two cores. How much faster?",
        List.of("threads"),
        List.of(
            new CountdownTiming(),
            new CpuUseOverTime(),
            new HandOverDelay(),
            new SpeedUpTiming(),
            new AmdahlTiming(),
            new VanishingLoopTiming(),
            new SplitBalance(),
            new FalseSharingTiming(),
            new ThreeWaysTiming()),
        List.of(),
        List.of(
            new Exercise("ParallelCollatz", "All cores, each doing a fair share.", Survey.class)));
  }

  private static Lesson sockets() {
    return new Lesson(
        "_07_sockets",
        "A client sends one message in two writes. How many reads?",
        List.of("threads"),
        List.of(
            new ClientAndServerConversation(),
            new PartialReadsTrials(),
            new LettersInPiecesTrials(),
            new DialogueConversation(),
            new HalfCloseConversation(),
            new ShortFormConversation(),
            new BacklogFullTiming(),
            new PortAndAddressChecks()),
        List.of(),
        List.of(
            new Exercise(
                "LineProtocol", "Lines of text, from bytes in any pieces.", Protocol.class)));
  }

  private static Lesson timeouts() {
    return new Lesson(
        "_08_timeouts",
        "Which of the two limits fires: connect or read?",
        List.of("sockets"),
        List.of(
            new ConnectTimeout(),
            new ReadTimeout(),
            new SettimeoutThreeWays(),
            new SlowDrip(),
            new SilentClient(),
            new Errors(),
            new WriteStall(),
            new EveryTimedWait(),
            new InterruptARead()),
        List.of(
            new Named(
                "ignored-timeout",
                "Two threads wait for a lock, with a limit.",
                IgnoredTimeout.Broken.class),
            new Named(
                "ignored-timeout-mended",
                "Goes on only with the lock.",
                IgnoredTimeout.Mended.class)),
        List.of(
            new Exercise(
                "PatientClient", "A limit for every wait, and one for them all.", Caller.class)));
  }

  private static Lesson servers() {
    return new Lesson(
        "_10_servers",
        "A hundred clients stay connected. How many are served?",
        List.of("timeouts"),
        List.of(new LongLivedTrial(), new EchoTiming()),
        List.of(),
        List.of());
  }

  private static Lesson websockets() {
    return new Lesson(
        "_13_websockets",
        "Fifty clients ask ten times a second. What does push save?",
        List.of("servers"),
        List.of(),
        List.of(),
        List.of(
            new Exercise(
                "Broadcast",
                "Every member gets every message; a slow one harms nobody.",
                ChatRoom.class)));
  }
}
