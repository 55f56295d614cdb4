package book;

import _01_processes.Anatomy;
import _01_processes.ForkCopiesMemory;
import _01_processes.FullPipe;
import _01_processes.Orchestra;
import _01_processes.ProcessObject;
import _01_processes.StartUpCost;
import _01_processes.TwoTalkers;
import _02_threads.DaemonAndUncaught;
import _02_threads.HelloThreads;
import _02_threads.Mapper;
import _02_threads.MillionSleepers;
import _02_threads.PoolOfSquares;
import _02_threads.RunAndWait;
import _02_threads.SharedHeap;
import _03_races.BoxOffice;
import _03_races.CheckThenAct;
import _03_races.Counter;
import _03_races.GilTwin;
import _03_races.LastTicket;
import _03_races.LostForCertain;
import _03_races.LostUpdate;
import _03_races.LostUpdates;
import _03_races.TwoIncrements;
import _03_races.Votes;
import _03_races.WarmedUp;
import _03_races.WithALock;
import _03_races.lab.StressRaces;
import _04_locks.DeadlockByOrder;
import _04_locks.FairOrFast;
import _04_locks.HalfAMove;
import _04_locks.LeakedLock;
import _04_locks.LockCost;
import _04_locks.LockOrder;
import _04_locks.MovingPoint;
import _04_locks.Payments;
import _04_locks.ReadWriteScaling;
import _04_locks.ReentrantOrNot;
import _04_locks.ReleaseOrder;
import _04_locks.TornPoint;
import _04_locks.TryAndBackOff;
import _04_locks.TwoDoors;
import _04_locks.lab.StressLocks;
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
import _06_cpu.Amdahl;
import _06_cpu.Countdown;
import _06_cpu.FalseSharing;
import _06_cpu.SpeedUp;
import _06_cpu.SplitEvenly;
import _06_cpu.Survey;
import _06_cpu.ThreeWays;
import _06_cpu.VanishingLoop;
import _07_sockets.BacklogFull;
import _07_sockets.ClientAndServer;
import _07_sockets.Dialogue;
import _07_sockets.HalfClose;
import _07_sockets.PartialReads;
import _07_sockets.PortAndAddress;
import _07_sockets.Protocol;
import _07_sockets.ShortForm;
import _08_timeouts.Caller;
import _08_timeouts.ConnectTimeout;
import _08_timeouts.Errors;
import _08_timeouts.EveryTimedWait;
import _08_timeouts.InterruptARead;
import _08_timeouts.ReadTimeout;
import _08_timeouts.SettimeoutThreeWays;
import _08_timeouts.SlowDrip;
import _08_timeouts.WriteStall;
import _10_servers.Echo;
import _10_servers.LongLived;
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
          servers());

  private Contents() {}

  private static Lesson processes() {
    return new Lesson(
        "_01_processes",
        "A child changes a variable. What does its parent see?",
        List.of(),
        List.of(
            new Anatomy(),
            new ForkCopiesMemory(),
            new TwoTalkers(),
            new ProcessObject(),
            new StartUpCost(),
            new FullPipe()),
        List.of(),
        List.of(
            new Exercise(
                "Conductor", "Several children at once, heard and ended.", Orchestra.class)));
  }

  private static Lesson threads() {
    return new Lesson(
        "_02_threads",
        "Five threads say hello. In what order?",
        List.of("processes"),
        List.of(
            new HelloThreads(),
            new SharedHeap(),
            new PoolOfSquares(),
            new RunAndWait(),
            new MillionSleepers(),
            new DaemonAndUncaught()),
        List.of(),
        List.of(
            new Exercise(
                "ParallelMap", "A function for each element, several at a time.", Mapper.class)));
  }

  private static Lesson races() {
    return new Lesson(
        "_03_races",
        "Five threads add a million each. What is the sum?",
        List.of("threads"),
        List.of(
            new LostForCertain(),
            new WithALock(),
            new TwoIncrements(),
            new LostUpdates(),
            new WarmedUp(),
            new CheckThenAct(),
            new GilTwin(),
            new StressRaces()),
        List.of(
            new Named("lost-update", "Two threads add one each.", LostUpdate.Broken.class),
            new Named("lost-update-mended", "The same, under a lock.", LostUpdate.Mended.class),
            new Named("check-then-act", "Two people, one ticket.", LastTicket.Broken.class),
            new Named(
                "check-then-act-mended", "Looks and takes in one step.", LastTicket.Mended.class),
            new Named("get-then-set", "Two votes in a concurrent map.", Votes.Broken.class),
            new Named("get-then-set-mended", "Gets and sets in one step.", Votes.Mended.class)),
        List.of(
            new Exercise("Tally", "A counter that several threads add to.", Counter.class),
            new Exercise("TicketBooth", "No seat is sold twice or refused.", BoxOffice.class)));
  }

  private static Lesson locks() {
    return new Lesson(
        "_04_locks",
        "Can you see x from one point and y from another?",
        List.of("races"),
        List.of(
            new HalfAMove(),
            new ReentrantOrNot(),
            new DeadlockByOrder(),
            new ReleaseOrder(),
            new TryAndBackOff(),
            new FairOrFast(),
            new ReadWriteScaling(),
            new LockCost(),
            new StressLocks()),
        List.of(
            new Named("torn-point", "A point moves while somebody looks.", TornPoint.Broken.class),
            new Named(
                "torn-point-half-mended", "Only the writer locks.", TornPoint.HalfMended.class),
            new Named("torn-point-mended", "One lock for both sides.", TornPoint.Mended.class),
            new Named("lock-order", "Ann pays Bob while Bob pays Ann.", LockOrder.Broken.class),
            new Named("lock-order-mended", "Both lock in the same order.", LockOrder.Mended.class),
            new Named("leaked-lock", "An exception passes the unlock by.", LeakedLock.Broken.class),
            new Named("leaked-lock-mended", "Unlocks in finally.", LeakedLock.Mended.class),
            new Named(
                "lock-per-instance", "Two doors count with a lock each.", TwoDoors.Broken.class),
            new Named(
                "lock-per-instance-mended", "One lock for one number.", TwoDoors.Mended.class)),
        List.of(
            new Exercise("GuardedPoint", "Nobody ever sees half a move.", MovingPoint.class),
            new Exercise("Bank", "Accounts pay one another; nothing is lost.", Payments.class)));
  }

  private static Lesson conditions() {
    return new Lesson(
        "_05_conditions",
        "A queue has five places. How does the sixth item wait?",
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
                "A queue with places, time limits and interruption.",
                Buffer.class),
            new Exercise("Workers", "A pool that does all its work, and then ends.", Crew.class)));
  }

  private static Lesson cpu() {
    return new Lesson(
        "_06_cpu",
        "Two threads on two cores. How much faster?",
        List.of("threads"),
        List.of(
            new Countdown(),
            new SpeedUp(),
            new Amdahl(),
            new VanishingLoop(),
            new SplitEvenly(),
            new FalseSharing(),
            new ThreeWays()),
        List.of(),
        List.of(
            new Exercise("ParallelCollatz", "All cores, each with a fair part.", Survey.class)));
  }

  private static Lesson sockets() {
    return new Lesson(
        "_07_sockets",
        "A client sends one message in two writes. How many reads?",
        List.of("threads"),
        List.of(
            new ClientAndServer(),
            new Dialogue(),
            new ShortForm(),
            new PartialReads(),
            new HalfClose(),
            new BacklogFull(),
            new PortAndAddress()),
        List.of(),
        List.of(
            new Exercise(
                "LineProtocol", "Lines in bytes that come in any pieces.", Protocol.class)));
  }

  private static Lesson timeouts() {
    return new Lesson(
        "_08_timeouts",
        "Which of the two limits fires: connect or read?",
        List.of("sockets"),
        List.of(
            new ConnectTimeout(),
            new ReadTimeout(),
            new SlowDrip(),
            new SettimeoutThreeWays(),
            new Errors(),
            new WriteStall(),
            new EveryTimedWait(),
            new InterruptARead()),
        List.of(),
        List.of(
            new Exercise(
                "PatientClient", "Limits for every wait, and for all of them.", Caller.class)));
  }

  private static Lesson servers() {
    return new Lesson(
        "_10_servers",
        "A hundred clients stay connected. How many are served?",
        List.of("timeouts"),
        List.of(new LongLived(), new Echo()),
        List.of(),
        List.of());
  }
}
