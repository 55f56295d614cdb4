package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs as novices and professionals write them, family by family: each broken one is told from
/// its mended twin, and none is refused.
@Tag("slow")
final class MorePairsTest {
  @ParameterizedTest
  @CsvSource({
    "Atomics::aba, ASSERTION",
    "Atomics::adder, ASSERTION",
    "Atomics::array, ASSERTION",
    "Atomics::casOnce, ASSERTION",
    "Atomics::getPlain, ASSERTION",
    "Atomics::handleHalf, ASSERTION",
    "Atomics::handleOpaque, ASSERTION",
    "Atomics::handlePlain, ASSERTION",
    "Atomics::once, ASSERTION",
    "Atomics::range, ASSERTION",
    "Atomics::setOpaque, ASSERTION",
    "Atomics::updater, ASSERTION",
    "Atomics::weakCas, ASSERTION",
    "CallingBack::again, ASSERTION",
    "CallingBack::announced, ASSERTION",
    "CallingBack::bin, DEADLOCK",
    "CallingBack::copyOnWrite, DEADLOCK",
    "CallingBack::free, DATA_RACE",
    "CallingBack::future, DEADLOCK",
    "CallingBack::order, DEADLOCK",
    "CallingBack::plain, ASSERTION",
    "CallingBack::plainRecursive, EXCEPTION",
    "CallingBack::read, DEADLOCK",
    "CallingBack::recursive, EXCEPTION",
    "CallingBack::synchronized, DEADLOCK",
    "CallingBack::vector, DEADLOCK",
    "Classics::buffer, LOST_WAKEUP",
    "Classics::overdraft, ASSERTION",
    "Classics::philosophers, DEADLOCK",
    "Classics::polite, NO_PROGRESS",
    "Classics::readers, ASSERTION",
    "Classics::semaphoreBarrier, DEADLOCK",
    "Classics::spinLock, ASSERTION",
    "Classics::timer, EXCEPTION",
    "Classics::timerTooLate, ASSERTION",
    "Classics::transfer, DEADLOCK",
    "Conditions::awaitNanos, ASSERTION",
    "Conditions::signalUnlocked, EXCEPTION",
    "Conditions::uninterruptibly, LOST_WAKEUP",
    "Conditions::waitUnlocked, EXCEPTION",
    "Elements::booleans, ASSERTION",
    "Elements::bytes, ASSERTION",
    "Elements::chars, ASSERTION",
    "Elements::doubles, ASSERTION",
    "Elements::floats, ASSERTION",
    "Elements::grid, ASSERTION",
    "Elements::longs, ASSERTION",
    "Elements::objects, ASSERTION",
    "Elements::shorts, ASSERTION",
    "EntryProtocols::dekker, ASSERTION",
    "EntryProtocols::peterson, ASSERTION",
    "Futures::anyOf, ASSERTION",
    "Futures::cancel, EXCEPTION",
    "Futures::combine, ASSERTION",
    "Futures::completeTwice, ASSERTION",
    "Futures::compose, ASSERTION",
    "Futures::memo, ASSERTION",
    "Futures::neverRun, DEADLOCK",
    "Futures::onTimeout, ASSERTION",
    "Futures::swallowed, DEADLOCK",
    "Futures::timeout, EXCEPTION",
    "Futures::tooEarly, ASSERTION",
    "Futures::unasked, ASSERTION",
    "Gates::barrierAction, ASSERTION",
    "Gates::barrierBroken, ASSERTION",
    "Gates::barrierParties, LOST_WAKEUP",
    "Gates::barrierReuse, ASSERTION",
    "Gates::exchangeOfThree, DEADLOCK",
    "Gates::exchangedBuffer, ASSERTION",
    "Gates::latchMissed, DEADLOCK",
    "Gates::latchOrder, ASSERTION",
    "Gates::latchTimed, ASSERTION",
    "Gates::phaserLate, ASSERTION",
    "Gates::phaserLeaves, DEADLOCK",
    "Language::enum, ASSERTION",
    "Language::exits, DEADLOCK",
    "Language::inner, ASSERTION",
    "Language::patterns, ASSERTION",
    "Language::record, ASSERTION",
    "Language::scoped, EXCEPTION",
    "Language::staticInit, ASSERTION",
    "LazyInitialization::doubleChecked, DATA_RACE",
    "LazyInitialization::lazy, ASSERTION",
    "LeftBehind::daemonsLocked, DEADLOCK",
    "LeftBehind::idle, NOT_TERMINATED",
    "LeftBehind::idleTimer, NOT_TERMINATED",
    "LeftBehind::left, NOT_TERMINATED",
    "Monitors::boxed, ASSERTION",
    "Monitors::exceptionInside, ASSERTION",
    "Monitors::interned, DEADLOCK",
    "Monitors::nestedMonitor, LOST_WAKEUP",
    "Monitors::notifyFirst, LOST_WAKEUP",
    "Monitors::oneNotifyForTwo, LOST_WAKEUP",
    "Monitors::otherObject, LOST_WAKEUP",
    "Monitors::reassigned, ASSERTION",
    "Monitors::static, ASSERTION",
    "Monitors::timedWait, ASSERTION",
    "Monitors::timedWaitOfUnit, ASSERTION",
    "Monitors::unlock, DEADLOCK",
    "Pools::awaitTermination, ASSERTION",
    "Pools::bounded, EXCEPTION",
    "Pools::cached, ASSERTION",
    "Pools::completionOrder, ASSERTION",
    "Pools::fixed, ASSERTION",
    "Pools::invokeAll, ASSERTION",
    "Pools::invokeAny, ASSERTION",
    "Pools::nested, DEADLOCK",
    "Pools::recursive, ASSERTION",
    "Pools::rejected, EXCEPTION",
    "Pools::shutdownNow, ASSERTION",
    "Pools::single, ASSERTION",
    "Pools::swallowed, ASSERTION",
    "Pools::threadLocal, ASSERTION",
    "Pools::virtual, ASSERTION",
    "Pools::workStealing, ASSERTION",
    "Queues::delay, EXCEPTION",
    "Queues::drain, EXCEPTION",
    "Queues::fullBothWays, LOST_WAKEUP",
    "Queues::handOff, DEADLOCK",
    "Queues::offerIgnored, LOST_WAKEUP",
    "Queues::peekTake, LOST_WAKEUP",
    "Queues::poisonPill, LOST_WAKEUP",
    "Queues::pollTimeout, EXCEPTION",
    "Queues::priority, ASSERTION",
    "Queues::steal, LOST_WAKEUP",
    "Queues::transfer, ASSERTION",
    "ReadWriteLocks::downgrade, ASSERTION",
    "ReadWriteLocks::reentrantWrite, ASSERTION",
    "ReadWriteLocks::writeUnderRead, ASSERTION",
    "Schedulers::periodic, NO_PROGRESS",
    "Schedulers::scheduled, ASSERTION",
    "Semaphores::interrupted, ASSERTION",
    "Semaphores::leak, DEADLOCK",
    "Semaphores::limiter, DEADLOCK",
    "Semaphores::pool, DATA_RACE",
    "Semaphores::rendezvous, DEADLOCK",
    "Semaphores::timedOut, ASSERTION",
    "Semaphores::twoPermits, DEADLOCK",
    "OwnCollections::accessOrder, DATA_RACE",
    "OwnCollections::anonymousMap, ASSERTION",
    "Shared::buffer, ASSERTION",
    "Shared::builder, DATA_RACE",
    "Shared::compute, ASSERTION",
    "Shared::copyOnWrite, ASSERTION",
    "Shared::format, DATA_RACE",
    "Shared::linkedDeque, ASSERTION",
    "Shared::linkedQueue, EXCEPTION",
    "Shared::listInMap, DATA_RACE",
    "Shared::mapCount, ASSERTION",
    "OwnCollections::ownList, DATA_RACE",
    "Shared::plainMap, DATA_RACE",
    "OwnCollections::pool, DATA_RACE",
    "Shared::set, DATA_RACE",
    "Shared::skipListCount, ASSERTION",
    "OwnCollections::snapshot, DATA_RACE",
    "Shared::synchronizedMap, ASSERTION",
    "Shared::treeMap, DATA_RACE",
    "Shared::vector, ASSERTION",
    "Shared::walk, EXCEPTION",
    "Shared::walkSnapshot, EXCEPTION",
    "StampedLocks::conversionIgnored, ASSERTION",
    "StampedLocks::reentry, DEADLOCK",
    "StampedLocks::unlockedRead, DEADLOCK",
    "StampedLocks::unvalidated, ASSERTION",
    "StampedLocks::upgrade, DEADLOCK",
    "StaticInitialisers::eachOther, DEADLOCK",
    "StaticInitialisers::halfway, ASSERTION",
    "StaticInitialisers::joins, DEADLOCK",
    "StaticInitialisers::publishes, DATA_RACE",
    "StaticInitialisers::registry, ASSERTION",
    "StaticInitialisers::superclass, DEADLOCK",
    "ThreadGroups::activeCount, ASSERTION",
    "ThreadGroups::caller, ASSERTION",
    "ThreadGroups::ends, ASSERTION",
    "ThreadGroups::enumerate, ASSERTION",
    "ThreadGroups::starts, ASSERTION",
    "ThreadGroups::uncaught, EXCEPTION",
    "Threads::cancelLock, DEADLOCK",
    "Threads::inherited, ASSERTION",
    "Threads::interruptLost, NO_PROGRESS",
    "Threads::interruptedJoin, ASSERTION",
    "Threads::interruptedWait, LOST_WAKEUP",
    "Threads::park, ASSERTION",
    "Threads::permits, DEADLOCK",
    "Threads::platformUnjoined, ASSERTION",
    "Threads::runForStart, ASSERTION",
    "Threads::sleep, ASSERTION",
    "Threads::timedJoin, ASSERTION",
    "Threads::uncaught, EXCEPTION",
    "Threads::virtualUnjoined, ASSERTION",
    "Visibility::changedLater, ASSERTION",
    "Visibility::publication, ASSERTION",
    "Visibility::stopFlag, NO_PROGRESS",
    "Visibility::torn, ASSERTION",
    "Visibility::tornElement, ASSERTION",
    "Visibility::volatileArray, ASSERTION",
  })
  void brokenFailsAndMendedHolds(String pair, FailureKind kind) {
    var broken = explore(pair + "Bad");
    var fails = assertInstanceOf(Verdict.Fails.class, broken, broken::says);
    assertEquals(kind, fails.kind(), fails::says);
    holds(pair + "Good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LazyInitialization::enumGood",
        "LazyInitialization::holderGood",
        "LeftBehind::expiresGood",
        "Shared::copiedGood",
        "LeftBehind::leftVirtualGood"
      })
  void whatIsRightHolds(String program) {
    holds(program);
  }

  /// Broken, and not found: final fields and delayed writes of `lazySet` have no old values here.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Visibility::escapeBad",
        "Threads::startInConstructorBad",
        "Atomics::lazyEntryBad"
      })
  void whatStaysUnfoundIsKnown(String program) {
    holds(program);
  }

  private static void holds(String program) {
    var verdict = explore(program);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertTrue(holds.complete(), holds::says);
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named("scenarios.more." + program), Budget.DEFAULT);
  }
}
