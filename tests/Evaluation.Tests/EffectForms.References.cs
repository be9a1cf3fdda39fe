namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>References and outs.</summary>
    private static readonly (string Form, string Source, string Known)[] References =
    [
        (Form: "a ref argument", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                public long M1 = 3;
                static void Set(ref long x)
                {
                    x = 5;
                }
                public C()
                {
                    Set(ref n);
                }
            }
            """, Known: "M1"),
        (Form: "an out argument of a method of our own", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                static bool Set(out long x)
                {
                    x = 5;
                    return true;
                }
                public C()
                {
                    if (!Set(out n))
                        throw new Exception();
                }
            }
            """, Known: ""),
        (Form: "a ref local", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                public C()
                {
                    ref long r = ref n;
                    n = 6;
                    r = 5;
                }
            }
            """, Known: ""),
        (Form: "a ref return", Source: """
            class C
            {
                long n = 70;
                ref long R() => ref n;
                public long M0 => n;
                public C()
                {
                    R() = 5;
                }
            }
            """, Known: ""),
        (Form: "a ref return that is kept", Source: """
            class C
            {
                long n = 70;
                ref long R() => ref n;
                public long M0 => n;
                public C()
                {
                    ref long r = ref R();
                    n = 6;
                    r = 5;
                }
            }
            """, Known: ""),
        (Form: "a ref property of another", Source: """
            class T
            {
                long n = 70;
                public ref long R => ref n;
                public long P => n;
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public C()
                {
                    a.R = 5;
                    a.R++;
                }
            }
            """, Known: ""),
        (Form: "a ref to an element", Source: """
            class C
            {
                static readonly long[] T =
                {
                    1,
                    2
                };
                public long M0 => T.Length;
                public C()
                {
                    ref long r = ref T[0];
                    r = 5;
                }
            }
            """, Known: "M0"),
        (Form: "a resized array", Source: """
            class C
            {
                long[] t =
                {
                    1,
                    2
                };
                public long M0 => t.Length;
                public C()
                {
                    Array.Resize(ref t, 5);
                }
            }
            """, Known: ""),
        (Form: "an exchanged field", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                public C()
                {
                    System.Threading.Interlocked.Exchange(ref n, 5);
                }
            }
            """, Known: ""),
        (Form: "an in argument", Source: """
            class C
            {
                long n = 70;
                public long M0 => n;
                static long Get(in long x) => x * 2;
                public long M1;
                public C()
                {
                    M1 = Get(in n);
                }
            }
            """, Known: "M0"),
    ];
}
