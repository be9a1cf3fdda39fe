namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Conversions and operators of the user's own that no expression of the source names.
    private static readonly (string Form, string Source, string Known)[] UnnamedConversions =
    [
        (Form: "a deconstruction into types that convert", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount { public long V; public static implicit operator Amount(long v) { Box.One.N = v; return new Amount { V = v }; } }
            class C
            {
                Amount a, b;
                public long M0 => Box.One.N;
                public long M1 => a.V;
                public C()
                {
                    (a, b) = (5L, 6L);
                }
            }
            """, Known: ""),
        (Form: "a deconstruction of a tuple into types that convert", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount { public long V; public static implicit operator Amount(long v) { Box.One.N = v; return new Amount { V = v }; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var pair = (5L, 6L);
                    Amount a;
                    (a, _) = pair;
                }
            }
            """, Known: ""),
        (Form: "a loop over tuples whose parts convert", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount { public static implicit operator Amount(long v) { Box.One.N = v; return default; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    foreach ((Amount a, long b) in new[] { (5L, 6L) }) { }
                }
            }
            """, Known: ""),
        (Form: "a compound assignment that converts to and fro", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, K = 2; }
            struct Amount
            {
                public long V;
                public static implicit operator Amount(long v) { Box.One.N = v; return new Amount { V = v }; }
                public static implicit operator long(Amount a) { Box.One.K++; return a.V; }
            }
            class C
            {
                Amount a;
                public long M0 => Box.One.N;
                public long M1 => Box.One.K;
                public C()
                {
                    a += 5L;
                }
            }
            """, Known: ""),
        (Form: "a ?? whose left side converts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Amount { public static implicit operator Amount(long v) { Box.One.N = v; return new Amount(); } }
            class C
            {
                long? n = 5;
                public long M0 => Box.One.N;
                public C()
                {
                    Amount a = n ?? new Amount();
                }
            }
            """, Known: ""),
        (Form: "an && that asks the user's own false", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class T
            {
                public static bool operator true(T t) => true;
                public static bool operator false(T t) { Box.One.N = 5; return false; }
                public static T operator &(T a, T b) => a;
            }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var x = new T() && new T();
                }
            }
            """, Known: ""),
        (Form: "an increment of a property that converts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount
            {
                public long V;
                public static Amount operator ++(Amount a) { Box.One.N = 5; return new Amount { V = a.V + 1 }; }
            }
            class C
            {
                Amount P { get; set; }
                public long M0 => Box.One.N;
                public long M1 => P.V;
                public C()
                {
                    P++;
                }
            }
            """, Known: ""),
        (Form: "a switch whose value converts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount { public static implicit operator long(Amount a) { Box.One.N = 5; return 3; } }
            class C
            {
                public long M0 => Box.One.N;
                public long M1 = 2;
                public C()
                {
                    switch (new Amount()) { case 3L: M1 = 4; break; }
                    string s = new Amount() + "";
                }
            }
            """, Known: ""),
        (Form: "an argument, an element and a result that convert", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, K = 2, L = 3; }
            struct A { public static implicit operator A(long v) { Box.One.N = v; return default; } }
            struct B { public static implicit operator B(long v) { Box.One.K = v; return default; } }
            struct D { public static implicit operator D(long v) { Box.One.L = v; return default; } }
            class C
            {
                static void Take(A a) { }
                static D Give() => 7;
                public long M0 => Box.One.N;
                public long M1 => Box.One.K;
                public long M2 => Box.One.L;
                public C()
                {
                    Take(5);
                    B[] all = { 6 };
                    Give();
                }
            }
            """, Known: ""),
        (Form: "a query that casts, and a cast of all", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Amount
            {
                public static explicit operator Amount(string s) { Box.One.N = 5; return null; }
                public override string ToString() { Box.One.N = 6; return ""; }
            }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var all = (from Amount a in new object[] { new Amount() } select a.ToString()).ToList();
                }
            }
            """, Known: ""),
        (Form: "a struct boxed for a call, then read", Source: """
            struct S { public long N; public override string ToString() { N = 5; return ""; } }
            class C
            {
                S s = new S { N = 1 };
                object o = new S { N = 2 };
                public long M0 => s.N;
                public long M1 => ((S)o).N;
                public C()
                {
                    string t = s.ToString() + $"{s}" + o;
                    object p = s;
                    p.ToString();
                }
            }
            """, Known: ""),
        (Form: "lists and dictionaries of objects that are added to", Source: """
            class Extra
            {
                public Dictionary<string, object> All { get; } = new() { ["a"] = 1 };
                public List<object> More { get; } = new() { 2 };
            }
            class C
            {
                readonly Extra extra = new();
                public long M0 { get; set; } = 70;
                public C()
                {
                    extra.All.Add("b", new Extra());
                    extra.More.Add(new Extra());
                    var own = new Dictionary<string, object> { ["x"] = 1, ["y"] = "z" };
                    own.Add("w", 1.5);
                    M0 += 1;
                }
            }
            """, Known: "M0"),
    ];
}
