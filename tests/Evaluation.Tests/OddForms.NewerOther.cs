namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] NewerOther =
    [
        (Form: "a conditional assignment with effects", Source: """
            class T { public long N = 70; public T Next; }
            class C
            {
                readonly T t = new();
                T none = null;
                long n = 3;
                public long M0 => t.N;
                public long M1 => n;
                public C()
                {
                    none?.N = n = 9;
                    t?.N += 5;
                    t.Next?.N = n = 8;
                }
            }
            """, Known: ""),
        (Form: "a span that is assigned through", Source: """
            class C
            {
                readonly long[] a = [1, 2];
                public long M0 => a[0];
                public long M1 = 3;
                public C()
                {
                    Span<long> s = new(ref M1);
                    s[0] = 70;
                    Span<long> t = a;
                    t[0] = 9;
                }
            }
            """, Known: ""),
        (Form: "a ref field", Source: """
            ref struct Holder { public ref long N; public Holder(ref long n) { N = ref n; } }
            class C
            {
                public long M0 = 70, M1 = 7;
                public C()
                {
                    var h = new Holder(ref M0);
                    M0 = 6;
                    h.N = 5;
                }
            }
            """, Known: "M1"),
        (Form: "optional arguments of lambdas and aliases of tuples", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                public long M1;
                public C()
                {
                    var f = (long a = 5) => n = a;
                    M1 = f();
                }
            }
            """, Known: ""),
    ];
}
