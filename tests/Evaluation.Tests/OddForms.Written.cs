namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Statements of every kind around what is assigned.
    private static readonly (string Form, string Source, string Known)[] WrittenBodies =
    [
        (Form: "a constructor that throws where a check fails, and one that does not", Source: """
            class Checked
            {
                public long N = 1;
                public Checked(long n)
                {
                    if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
                    ArgumentOutOfRangeException.ThrowIfNegative(n);
                    N = n;
                }
            }
            class C
            {
                readonly Checked c = new(5);
                public long M0 => c.N;
                public long M1 { get; } = 7;
            }
            """, Known: "M0 M1"),
        (Form: "an object whose making fails halfway", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Half { public Half() { Box.One.N = 5; throw new InvalidOperationException(); } }
            class C
            {
                public long M0 => Box.One.N;
                public readonly long M1 = 3;
                public C()
                {
                    try { new Half(); M1 = 4; }
                    catch (InvalidOperationException) { M1 += 5; }
                    finally { M1 *= 2; }
                }
            }
            """, Known: ""),
        (Form: "a call that fails between two assignments", Source: """
            class C
            {
                long a = 1, b = 2;
                public long M0 => a;
                public long M1 => b;
                void Set() { a = 5; Fail(); b = 6; }
                static void Fail() { throw new InvalidOperationException(); }
                public C()
                {
                    try { Set(); } catch { }
                }
            }
            """, Known: ""),
        (Form: "a throw in a value", Source: """
            class C
            {
                long? none = null;
                long a = 1;
                public long M0 => a;
                long Fail() => none ?? throw new InvalidOperationException();
                public C()
                {
                    try { a = 5 + Fail(); } catch { a++; }
                }
            }
            """, Known: ""),
        (Form: "nested finally blocks and returns", Source: """
            class C
            {
                long n = 1;
                public readonly long M0;
                public long M1 => n;
                long Try()
                {
                    try
                    {
                        try { return n; }
                        finally { n = 5; }
                    }
                    finally { n += 10; }
                }
                public C()
                {
                    M0 = Try();
                }
            }
            """, Known: ""),
        (Form: "a filter that runs before a finally", Source: """
            class C
            {
                long n = 1, seen;
                public long M0 => n;
                public long M1 => seen;
                bool See() { seen = n; return true; }
                void Fail() { try { throw new Exception(); } finally { n = 5; } }
                public C()
                {
                    try { Fail(); } catch when (See()) { n += 1; }
                }
            }
            """, Known: ""),
        (Form: "loops of every kind", Source: """
            class C
            {
                public long M0 = 1, M1 = 1, M2 = 1, M3 = 1, M4 = 7;
                public C()
                {
                    for (int i = 0; i < 3; i++) M0 *= 2;
                    int k = 0;
                    while (k < 3) { M1 += k; k++; }
                    do { M2--; } while (M2 > -3);
                    foreach (long x in new long[] { 1, 2 }) M3 += x;
                }
            }
            """, Known: "M4"),
        (Form: "loops that are left", Source: """
            class C
            {
                public long M0 = 1, M1 = 1;
                public C()
                {
                    for (; ; ) { M0 = 3; break; M0 = 4; }
                    foreach (int i in new[] { 1, 2, 3 })
                    {
                        if (i == 2) continue;
                        M1 += i;
                        if (i == 3) return;
                    }
                    M0 = 9;
                }
            }
            """, Known: ""),
        (Form: "an empty loop over nothing", Source: """
            class C
            {
                long a = 1;
                public long M0 => a;
                public long M1 { get; } = 2;
                public C()
                {
                    foreach (int i in new int[0]) a = 5;
                    while (false) a = 6;
                    if (false) a = 7;
                }
            }
            """, Known: "M1"),
        (Form: "a switch statement by strings, enums and patterns", Source: """
            enum Size { Small, Large }
            class C
            {
                readonly Size size = Size.Large;
                readonly string name = "b";
                public long M0 = 1, M1 = 1, M2 = 1, M3 = 4;
                public C()
                {
                    switch (size) { case Size.Small: M0 = 2; break; case Size.Large: M0 = 3; break; }
                    switch (name) { case "a": M1 = 2; break; case "b": case "c": M1 = 3; goto default; default: M1 += 5; break; }
                    switch (M0) { case > 2 and < 9 when M1 > 2: M2 = 5; break; case var x: M2 = x; break; }
                }
            }
            """, Known: "M3"),
        (Form: "a lock, a using and a checked block", Source: """
            class Closing : IDisposable
            {
                readonly C c;
                public Closing(C c) { this.c = c; }
                public void Dispose() { c.Closed = 5; }
            }
            class C
            {
                public long Closed = 1;
                public long M0 => Closed;
                public long M1 = 2, M2 = 3;
                public C()
                {
                    lock (this) M1 = 4;
                    checked { M2 += 1; }
                    using (var x = new Closing(this)) { Closed = 3; }
                }
            }
            """, Known: ""),
        (Form: "an early return that depends on what is known", Source: """
            class C
            {
                readonly bool isBig = true;
                public long M0 = 1, M1 = 2;
                public C()
                {
                    M0 = 5;
                    if (isBig) { M1 = 6; return; }
                    M0 = 7;
                }
            }
            """, Known: "M0 M1"),
        (Form: "an early return that depends on the surroundings", Source: """
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    M0 = 5;
                    if (Environment.GetEnvironmentVariable("SURELY_NOT_SET") == null) return;
                    M1 = 7;
                }
            }
            """, Known: "M0"),
        (Form: "nested conditions, some of them known", Source: """
            class C
            {
                readonly int layers = 12;
                public long M0, M1, M2 = 3;
                public C()
                {
                    if (layers > 8)
                    {
                        if (layers % 2 == 0) M0 = 4; else M0 = 5;
                        if (DateTime.Now.Year > 2000) M1 = 6;
                    }
                    else
                    {
                        M2 = 9;
                    }
                }
            }
            """, Known: "M0 M2"),
        (Form: "a goto into and out of blocks", Source: """
            class C
            {
                public long M0 = 1, M1 = 1;
                public C()
                {
                    int i = 0;
                again:
                    M0 += i;
                    if (i++ < 3) goto again;
                    { M1 = 2; goto end; }
                    M1 = 3;
                end:
                    M1 += 10;
                }
            }
            """, Known: ""),
        (Form: "a local that is captured, then changed by what captures it", Source: """
            class C
            {
                public readonly long M0, M1, M2;
                public C()
                {
                    long x = 1, y = 1, z = 1;
                    Action up = () => x++;
                    void Up() { y += 5; }
                    up();
                    Up();
                    M0 = x;
                    M1 = y;
                    M2 = z;
                }
            }
            """, Known: "M2"),
        (Form: "lambdas made in a loop", Source: """
            class C
            {
                long sum = 1;
                public long M0 => sum;
                public C()
                {
                    var all = new List<Action>();
                    for (int i = 0; i < 3; i++) { int k = i; all.Add(() => sum += k); }
                    foreach (var one in all) one();
                }
            }
            """, Known: ""),
        (Form: "a lambda that is stored by one method and called by another", Source: """
            class Store { public Action Kept; public void Keep(Action a) { Kept = a; } public void Run() { Kept?.Invoke(); } }
            class C
            {
                readonly Store store = new();
                long n = 1, m = 2;
                public long M0 => n;
                public long M1 => m;
                public C()
                {
                    store.Keep(() => n = 5);
                    n = 3;
                    m = 4;
                    store.Run();
                }
            }
            """, Known: ""),
        (Form: "a lambda in a lambda, and a lambda that is given itself", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public long M1 { get; set; } = 2;
                public C()
                {
                    Func<Action> outer = () => () => n = 5;
                    Func<int, long> self = null;
                    self = k => k == 0 ? M1 = 7 : self(k - 1);
                    outer()();
                    self(3);
                }
            }
            """, Known: ""),
        (Form: "a static lambda and a delegate to a static method", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class C
            {
                public long M0 => Box.One.N;
                static void Up() { Box.One.N = 5; }
                public long M1 = 3;
                public C()
                {
                    Action a = static () => { };
                    a += Up;
                    a();
                }
            }
            """, Known: ""),
        (Form: "an iterator that is read by halves", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                IEnumerable<long> Count() { n = 2; yield return n; n = 3; yield return n; n = 4; }
                public C()
                {
                    foreach (long x in Count()) { if (x == 2) break; }
                    using var e = Count().GetEnumerator();
                    e.MoveNext();
                }
            }
            """, Known: ""),
    ];
}
