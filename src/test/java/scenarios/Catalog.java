package scenarios;

import java.util.*;
import java.util.function.Supplier;

public final class Catalog {
  public static final Map<String, Supplier<Scenario>> ALL = new LinkedHashMap<>();

  private static void add(String id, Supplier<Scenario> bad, Supplier<Scenario> good) {
    ALL.put(id + "/bad", bad);
    ALL.put(id + "/good", good);
  }

  static {
    add("lost-update", LostUpdate::bad, LostUpdate::good);
    add("volatile-inc", VolatileInc::bad, VolatileInc::good);
    add("atomic-get-set", AtomicGetSet::bad, AtomicGetSet::good);
    add("check-then-act", CheckThenAct::bad, CheckThenAct::good);
    add("lock-order", LockOrder::bad, LockOrder::good);
    add("trylock-timeout", TryLockTimeout::bad, TryLockTimeout::good);
    add("trylock-ignored", TryLockIgnored::bad, TryLockIgnored::good);
    add("if-not-while", IfNotWhile::bad, IfNotWhile::good);
    add("missed-signal", MissedSignal::bad, MissedSignal::good);
    add("notify-one", NotifyOne::bad, NotifyOne::good);
    add("semaphore", SemaphoreMisuse::bad, SemaphoreMisuse::good);
    add("interrupt", InterruptSwallowed::bad, InterruptSwallowed::good);
    add("dcl-no-2nd-check", DclNoSecondCheck::bad, DclNoSecondCheck::good);
    add("park-once", ParkOnce::bad, ParkOnce::good);
    add("queue-check-take", QueueCheckTake::bad, QueueCheckTake::good);
    add("executor-list", ExecutorList::bad, ExecutorList::good);
    add("pool-starvation", PoolStarvation::bad, PoolStarvation::good);
    add("await-timeout", AwaitTimeout::bad, AwaitTimeout::good);
    add("rw-upgrade", RwUpgrade::bad, RwUpgrade::good);
    add("virtual-threads", VirtualThreads::bad, VirtualThreads::good);
    add("future-race", FutureRace::bad, FutureRace::good);
    add("dcl-no-volatile", DclNoVolatile::bad, DclNoVolatile::good);
    add("unsafe-publication", UnsafePublication::bad, UnsafePublication::good);
    add("stop-flag", StopFlag::bad, StopFlag::good);
    add("long-tearing", LongTearing::bad, LongTearing::good);
    ALL.put("tricky/good", Tricky::make);
  }

  private Catalog() {}
}
