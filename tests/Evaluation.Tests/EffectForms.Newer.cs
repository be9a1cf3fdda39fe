namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>The same for C# after the oldest Roslyn we run on: a row that the compiler at hand does not know is
    /// left out.</summary>
    private static readonly (string Form, string Source, string Known)[] Newer =
    [
        (Form: "a parameter that an initialiser counts", Source: """
            class C(long n = 70)
            {
                readonly long a = n++;
                public long M0 => n;
                public long M1 => a;
            }
            """, Known: "M0 M1"),
        (Form: "a parameter that an initialiser divides", Source: """
            class C(long n = 70)
            {
                readonly long a = n /= 2;
                public long M0 { get; } = n;
            }
            """, Known: "M0"),
        (Form: "a parameter that a method assigns", Source: """
            class C(long n = 70)
            {
                public long M0 => n;
                public long M1 = 1;
                void Up()
                {
                    n = 5;
                }
                static long Go(C c)
                {
                    c.Up();
                    return 1;
                }
                public long M2 = 3;
                public long M3 { get; } = n;
            }
            """, Known: "M0 M3"),
        (Form: "a parameter that a lambda assigns", Source: """
            class C(long n = 70)
            {
                Action f = () => n = 5;
                public long M0 => n;
            }
            """, Known: ""),
        (Form: "parameters of a base", Source: """
            class B(long p)
            {
                public long P { get; } = p;
            }
            class C(long n = 35) : B(n * 2)
            {
                public long M0 => P;
                public long M1 => n;
            }
            """, Known: "M0 M1"),
        (Form: "a collection expression", Source: """
            class T
            {
                public static long N = 1;
                public T()
                {
                    N = 5;
                }
            }
            class C
            {
                static readonly int[] A = [1, 2, 3];
                T[] t = [new T()];
                public long M0 => A.Length;
                public static long M1 => T.N;
            }
            """, Known: "M0"),
        (Form: "a spread", Source: """
            class C
            {
                static readonly int[] A = [1, 2, 3];
                static readonly int[] B = [..A, 4];
                public long M0 => B.Length;
            }
            """, Known: ""),
        (Form: "an alias of a ref readonly parameter", Source: """
            class C
            {
                long n = 70;
                static long Get(ref readonly long x) => x;
                public long M0 => n;
                public C()
                {
                    var a = Get(in n);
                    n = 5;
                }
            }
            """, Known: "M0"),
        (Form: "the field keyword", Source: """
            class C
            {
                public long M0 { get => field * 2; set; } = 35;
                public long M1 { get => field; set => field = value + 1; } = 3;
                public C()
                {
                    M1 = 7;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a partial property", Source: """
            partial class C
            {
                public partial long M0 { get; set; }
            }
            partial class C
            {
                long p = 35;
                public partial long M0 { get => p * 2; set => p = value; }
                public long M1 = 4;
            }
            """, Known: ""),
        (Form: "a partial property that assigns", Source: """
            partial class C
            {
                public partial long T { get; }
                public long M0 = 1;
                public long M1;
                public C()
                {
                    M1 = T;
                }
            }
            partial class C
            {
                public partial long T
                {
                    get
                    {
                        M0 = 5;
                        return 2;
                    }
                }
            }
            """, Known: ""),
        (Form: "a partial constructor", Source: """
            partial class C
            {
                public partial C();
                public long M0 = 1;
            }
            partial class C
            {
                public partial C()
                {
                    M0 = 5;
                }
            }
            """, Known: ""),
        (Form: "a partial constructor first", Source: """
            partial class C
            {
                public partial C()
                {
                    M0 = 5;
                }
            }
            partial class C
            {
                public partial C();
                public long M0 = 1;
            }
            """, Known: ""),
        (Form: "an extension property on an array", Source: """
            static class X
            {
                extension(int[] a)
                {
                    public int Count => 1;
                    public int Length => 9;
                }
            }
            class C
            {
                static readonly int[] A =
                {
                    1,
                    2,
                    3
                };
                public long M0 => A.Count;
                public long M1 => A.Length;
            }
            """, Known: "M1"),
        (Form: "an extension static", Source: """
            static class X
            {
                extension(long)
                {
                    public static long Big => 70;
                }
            }
            class C
            {
                public long M0 => long.Big;
            }
            """, Known: ""),
        (Form: "an extension method of a nullable", Source: """
            static class X
            {
                extension(long? a)
                {
                    public long GetValueOrDefault(string s) => 1;
                }
            }
            class C
            {
                static readonly long? A = 70;
                public long M0 => A.GetValueOrDefault("x");
                public long M1 => A.GetValueOrDefault();
            }
            """, Known: "M1"),
        (Form: "an extension that assigns", Source: """
            class T
            {
                public long P = 70;
            }
            static class X
            {
                extension(T t)
                {
                    public long Up
                    {
                        get
                        {
                            t.P = 5;
                            return 1;
                        }
                    }
                }
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public long M1;
                public C()
                {
                    M1 = a.Up;
                }
            }
            """, Known: ""),
        (Form: "a compound operator of the user's own", Source: """
            class W
            {
                public long N = 70;
                public void operator +=(long n)
                {
                    N = 5;
                }
            }
            class C
            {
                W a = new();
                public long M0 => a.N;
                public C()
                {
                    a += 3;
                }
            }
            """, Known: ""),
        (Form: "a conditional assignment", Source: """
            class T
            {
                public long P = 70;
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public C()
                {
                    a?.P = 5;
                }
            }
            """, Known: ""),
    ];
}
