package book;

import _15_puzzles.BarrierFromSemaphores;
import _15_puzzles.BorrowedKey;
import _15_puzzles.BothForks;
import _15_puzzles.CallLimiter;
import _15_puzzles.FailedWorker;
import _15_puzzles.ForkGivenBack;
import _15_puzzles.GuidedTour;
import _15_puzzles.LastCall;
import _15_puzzles.LongSleep;
import _15_puzzles.MeetingPoint;
import _15_puzzles.Molecules;
import _15_puzzles.Philosophers;
import _15_puzzles.Portions;
import _15_puzzles.PriceTag;
import _15_puzzles.PrintInTurn;
import _15_puzzles.ReadersWriters;
import _15_puzzles.SharedBathroom;
import _15_puzzles.SleepingBarber;
import _15_puzzles.StuckKitchen;
import _15_puzzles.TwoAtoms;
import _15_puzzles.TwoKitchens;
import _15_puzzles.Washroom;
import _15_puzzles.lab.DeadlockReportTrial;
import _15_puzzles.lab.InversionTiming;
import _15_puzzles.lab.StarvationTrial;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 15 of the [Contents].
final class PuzzlesLesson {
  private PuzzlesLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_15_puzzles",
        "Three philosophers, three forks. Does everybody eat?",
        List.of("conditions"),
        List.of(new StarvationTrial(), new InversionTiming(), new DeadlockReportTrial()),
        List.of(
            new Named("philosophers", "The left fork first.", Philosophers.Broken.class),
            new Named("philosophers-mended", "The lower number first.", Philosophers.Mended.class),
            new Named("both-forks", "A waiter hands out forks.", BothForks.Broken.class),
            new Named("both-forks-mended", "Both forks or none.", BothForks.Mended.class),
            new Named("fork-given-back", "A host asks; lock waits on.", ForkGivenBack.Broken.class),
            new Named(
                "fork-given-back-mended",
                "A host asks, and the knife goes back.",
                ForkGivenBack.Mended.class),
            new Named("portions", "Two cooks, one slate.", Portions.Broken.class),
            new Named("portions-mended", "A slate each.", Portions.Mended.class),
            new Named("two-kitchens", "One lock for all kitchens.", TwoKitchens.Broken.class),
            new Named("two-kitchens-mended", "A lock for each.", TwoKitchens.Mended.class),
            new Named("borrowed-key", "Takes the key inside try.", BorrowedKey.Broken.class),
            new Named("borrowed-key-mended", "Takes it before try.", BorrowedKey.Mended.class),
            new Named("print-in-turn", "One pen for three.", PrintInTurn.Broken.class),
            new Named("print-in-turn-mended", "A baton goes round.", PrintInTurn.Mended.class),
            new Named("long-sleep", "An hour should do.", LongSleep.Broken.class),
            new Named("long-sleep-mended", "Waits for the dish itself.", LongSleep.Mended.class),
            new Named("failed-worker", "One of two workers fails.", FailedWorker.Broken.class),
            new Named(
                "failed-worker-mended", "It counts down in finally.", FailedWorker.Mended.class),
            new Named(
                "reused-barrier", "Two rounds, one exit.", BarrierFromSemaphores.Broken.class),
            new Named(
                "reused-barrier-mended",
                "Two rounds, two exits.",
                BarrierFromSemaphores.Mended.class),
            new Named("guided-tour", "The guest registers late.", GuidedTour.Broken.class),
            new Named("guided-tour-mended", "Both are on the list.", GuidedTour.Mended.class),
            new Named("readers-writers", "The room has a lock.", ReadersWriters.Broken.class),
            new Named(
                "readers-writers-mended", "The room has a semaphore.", ReadersWriters.Mended.class),
            new Named("sleeping-barber", "Looks, then sleeps.", SleepingBarber.Broken.class),
            new Named(
                "sleeping-barber-mended", "A semaphore remembers.", SleepingBarber.Mended.class),
            new Named("water", "One atom, then another.", TwoAtoms.Broken.class),
            new Named("water-mended", "Two atoms at once.", TwoAtoms.Mended.class),
            new Named("bathroom", "Looks, then goes in.", SharedBathroom.Broken.class),
            new Named("bathroom-mended", "Both in one step.", SharedBathroom.Mended.class),
            new Named("last-call", "Two callers, one call left.", LastCall.Broken.class),
            new Named("last-call-mended", "Counts what it has seen.", LastCall.Mended.class),
            new Named("price-tag", "A price in two fields.", PriceTag.Broken.class),
            new Named("price-tag-mended", "A price in one object.", PriceTag.Mended.class),
            new Named("stuck-kitchen", "A deadlock on purpose.", StuckKitchen.Broken.class),
            new Named("stuck-kitchen-mended", "One order for both.", StuckKitchen.Mended.class)),
        List.of(
            new Exercise("RateLimiter", "So many calls in any minute.", CallLimiter.class),
            new Exercise("Bathroom", "For women or for men, never for both.", Washroom.class),
            new Exercise("ReusableBarrier", "Round after round, all or none.", MeetingPoint.class),
            new Exercise("WaterMaker", "Two of hydrogen, one of oxygen.", Molecules.class)));
  }
}
