package _14_memory;

/// Two threads ask for an object that is made when it's first needed. Do both get it complete?
public abstract sealed class DoubleChecked extends LeftAndRight {
  abstract Parcel get();

  @Override
  void left() {
    leftSees = get().number;
  }

  @Override
  void right() {
    rightSees = get().number;
  }

  @Override
  public void check() {
    LitmusProgram.failIf(!outcome().equals("42, 42"), "expected 42, 42, saw " + outcome());
  }

  public static final class Broken extends DoubleChecked {
    private Parcel parcel;

    @Override
    Parcel get() {
      var found = parcel;
      if (found == null) {
        synchronized (this) {
          found = parcel;
          if (found == null) {
            found = new Parcel();
            parcel = found;
          }
        }
      }
      return found;
    }
  }

  public static final class Mended extends DoubleChecked {
    private volatile Parcel parcel;

    @Override
    Parcel get() {
      var found = parcel;
      if (found == null) {
        synchronized (this) {
          found = parcel;
          if (found == null) {
            found = new Parcel();
            parcel = found;
          }
        }
      }
      return found;
    }
  }
}
