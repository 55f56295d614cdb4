package programs;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import workbook.explore.Program;

/// Programs that go through a hash table of objects without a hash code of their own.
public enum IdentityOrders {
  HASH_SET(HashSet::new),
  HASH_MAP(all -> keys(new HashMap<>(), all)),
  IDENTITY_MAP(all -> keys(new IdentityHashMap<>(), all)),
  SET_FROM_MAP(all -> added(Collections.newSetFromMap(new IdentityHashMap<>()), all)),
  COLLECTED(all -> all.stream().collect(Collectors.toSet())),
  HASHTABLE(all -> keys(new Hashtable<>(), all)),
  WEAK_MAP(all -> keys(new WeakHashMap<>(), all)),
  CONCURRENT_MAP(all -> keys(new ConcurrentHashMap<>(), all)),
  KEY_SET(all -> added(ConcurrentHashMap.newKeySet(), all)),
  COPIED(all -> List.copyOf(new HashSet<>(all))),
  RECORDS(
      all ->
          new HashSet<>(all.stream().map(Holder::new).toList())
              .stream().map(Holder::account).toList()),
  SORTED(
      all -> {
        var byHash = new TreeMap<Integer, Account>();
        all.forEach(account -> byHash.put(account.hashCode(), account));
        return byHash.values();
      }),
  SORTED_BY_REFERENCE(
      all -> all.stream().sorted(Comparator.comparingInt(Account::hashCode)).toList());

  /// Without a hash code of its own.
  public static final class Account {}

  private record Holder(Account account) {}

  private final Function<List<Account>, Collection<Account>> table;

  IdentityOrders(Function<List<Account>, Collection<Account>> table) {
    this.table = table;
  }

  private static Collection<Account> keys(Map<Account, String> map, List<Account> all) {
    all.forEach(account -> map.put(account, ""));
    return map.keySet();
  }

  private static Collection<Account> added(Collection<Account> set, List<Account> all) {
    set.addAll(all);
    return set;
  }

  /// One thread locks two accounts in the order of the table, the other in that of their making, or
  /// the other way round.
  public Program againstFixed(boolean reversed) {
    var name = name();
    return () -> {
      var all = List.of(new Account(), new Account());
      together(valueOf(name).table.apply(all), reversed ? all.reversed() : all);
    };
  }

  /// Each thread has a table of its own, filled with the same accounts in the same order.
  public Program twice() {
    var name = name();
    return () -> {
      var all = List.of(new Account(), new Account());
      together(valueOf(name).table.apply(all), valueOf(name).table.apply(all));
    };
  }

  private static void together(Collection<Account> one, Collection<Account> other)
      throws InterruptedException {
    var thread = new Thread(() -> lock(one));
    thread.start();
    lock(other);
    thread.join();
  }

  private static void lock(Collection<Account> accounts) {
    var order = List.copyOf(accounts);
    synchronized (order.getFirst()) {
      synchronized (order.getLast()) {
        order.size();
      }
    }
  }

  /// Nobody learns in which order they lie.
  public static void onlyLooksUp() {
    var accounts = List.of(new Account(), new Account(), new Account());
    var names = new HashMap<Account, Integer>();
    accounts.forEach(account -> names.put(account, names.size()));
    var found = new HashSet<>(accounts).containsAll(names.keySet()) ? names.size() : 0;
    if (found != 3) {
      throw new AssertionError(found);
    }
  }
}
