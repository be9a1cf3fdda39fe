namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] UsualLast =
    [
        (Form: "a query with effects", Source: """
            class C
            {
                public long M0 = 70;
                public long M1;
                long Up(long x) { M0 = x; return x; }
                public C()
                {
                    M1 = (from x in new long[] { 1, 2 } where Up(x) > 0 select x).Sum();
                }
            }
            """, Known: ""),
        (Form: "deconstruction of the user's own", Source: """
            class T
            {
                public long N = 70;
                public void Deconstruct(out long a, out long b) { N = 5; a = 1; b = 2; }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1, M2;
                public C()
                {
                    (M1, M2) = t;
                }
            }
            """, Known: ""),
        (Form: "a pattern that runs a getter and Deconstruct", Source: """
            class T
            {
                public long N = 70;
                public long P { get { N = 5; return 1; } }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1 = 3;
                public C()
                {
                    if (t is { P: 1 }) M1 = 4;
                }
            }
            """, Known: ""),
        (Form: "an awaitable, an enumerator and a comparer of the user's own", Source: """
            class Cmp : IComparer<long>
            {
                public int Compare(long a, long b) { C.S = 5; return a.CompareTo(b); }
            }
            class C
            {
                public static long S = 70;
                public static long M0 => S;
                public C()
                {
                    var l = new List<long> { 2, 1 };
                    l.Sort(new Cmp());
                }
            }
            """, Known: ""),
        (Form: "a getter with effects, declared before other members", Source: """
            class C
            {
                static C last;
                long n = 70;
                public long M0
                {
                    get
                    {
                        for (int i = 0; i < 3; i++) n += i;
                        last = this;
                        return n;
                    }
                }
                public long M1 => n;
                public long M2 = 3;
            }
            """, Known: "M1 M2"),
        (Form: "a getter that hands the object on, declared before other members", Source: """
            class C
            {
                static readonly List<object> All = new();
                long n = 70;
                public long M0
                {
                    get
                    {
                        System.Threading.Interlocked.Add(ref n, 5);
                        GC.KeepAlive(this);
                        return 1;
                    }
                }
                public long M1 => n;
            }
            """, Known: "M1"),
    ];
}
