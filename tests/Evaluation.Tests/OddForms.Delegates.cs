namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Jumps, and delegates that are stored.
    private static readonly (string Form, string Source, string Known)[] StoredDelegates =
    [
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
