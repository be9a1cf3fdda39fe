namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Statements.</summary>
    private static readonly (string Form, string Source, string Known)[] Statements =
    [
        (Form: "a loop", Source: """
            class C
            {
                public long M0 = 1;
                public long M1 = 2;
                public C()
                {
                    for (int i = 0; i < 9; i++)
                        M0 *= 10;
                }
            }
            """, Known: "M1"),
        (Form: "a try", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    try
                    {
                        M0 = 5;
                        throw new Exception();
                    }
                    catch
                    {
                        M0 = 6;
                    }
                }
            }
            """, Known: ""),
        (Form: "a using", Source: """
            class D : IDisposable
            {
                public static C O;
                public void Dispose()
                {
                    O.M0 = 5;
                }
            }
            class C
            {
                public long M0 = 1;
                public C()
                {
                    D.O = this;
                    using var d = new D();
                }
            }
            """, Known: ""),
        (Form: "a foreach over a type of the source", Source: """
            class L
            {
                public static C O;
                public L GetEnumerator() => this;
                public bool MoveNext()
                {
                    O.M0 = 5;
                    return false;
                }
                public int Current => 1;
            }
            class C
            {
                public long M0 = 1;
                public C()
                {
                    L.O = this;
                    foreach (var x in new L())
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "a goto", Source: """
            class C
            {
                public long M0 = 1;
                public C(long n = 3)
                {
                    if (n > 2)
                        goto end;
                    M0 = 5;
                    end:
                        M0 = M0 + 1;
                }
            }
            """, Known: ""),
        (Form: "a return in a loop", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    while (true)
                    {
                        return;
                    }
                    M0 = 5;
                }
            }
            """, Known: ""),
        (Form: "an unknown return", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    if (DateTime.Now.Ticks > 0)
                        return;
                    M0 = 5;
                }
            }
            """, Known: ""),
        (Form: "a known condition", Source: """
            class C
            {
                public long M0 = 1;
                public C(long n = 3)
                {
                    if (n > 2)
                        M0 = 5;
                    else
                        M0 = 6;
                }
            }
            """, Known: "M0"),
        (Form: "a switch statement", Source: """
            class C
            {
                public long M0 = 1;
                public C(long n = 3)
                {
                    switch (n)
                    {
                        case 3:
                            M0 = 5;
                            break;
                    }
                }
            }
            """, Known: ""),
        (Form: "a deconstruction that the source declares", Source: """
            class T
            {
                public static C O;
                public void Deconstruct(out long a, out long b)
                {
                    a = 1;
                    b = 2;
                    O.M0 = 5;
                }
            }
            class C
            {
                public long M0 = 1;
                public long M1, M2;
                public C()
                {
                    T.O = this;
                    (M1, M2) = new T();
                }
            }
            """, Known: ""),
        (Form: "a swap", Source: """
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    (M0, M1) = (M1, M0);
                }
            }
            """, Known: ""),
        (Form: "compound assignments", Source: """
            class C
            {
                public long M0 = 7;
                public int M1 = 9;
                public double M2 = 2;
                public C()
                {
                    M0 *= 10;
                    M0 += 1;
                    M1 /= 2;
                    M2 -= 0.5;
                    M0++;
                    --M1;
                }
            }
            """, Known: "M0 M1 M2"),
        (Form: "compound assignments that convert", Source: """
            class C
            {
                public short M0 = 7;
                public byte M1 = 250;
                public long M2 = 5;
                public C()
                {
                    M0 += 3;
                    M1 += 10;
                    M2 *= 2;
                    M2 <<= 3;
                }
            }
            """, Known: "M2"),
        (Form: "coalescing assignments", Source: """
            class C
            {
                public long? M0 = null;
                public C()
                {
                    M0 ??= 5;
                }
            }
            """, Known: ""),
        (Form: "a postfix in a value", Source: """
            class C
            {
                public long M0 = 1, M1;
                public C()
                {
                    M1 = M0++ + ++M0;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a conditional attribute", Source: """
            class C
            {
                public long M0 = 1;
                [System.Diagnostics.Conditional("NEVER")]
                static void Log(long x)
                {
                }
                public C()
                {
                    Log(M0 = 5);
                }
            }
            """, Known: ""),
        (Form: "a recursion", Source: """
            class C
            {
                public long M0 = 1;
                long Down(long n)
                {
                    if (n == 0)
                    {
                        M0 = 5;
                        return 0;
                    }
                    return Down(n - 1);
                }
                public C()
                {
                    Down(3);
                }
            }
            """, Known: ""),
        (Form: "an iterator that is not run", Source: """
            class C
            {
                public long M0 = 1;
                IEnumerable<int> Each()
                {
                    M0 = 5;
                    yield return 1;
                }
                public C()
                {
                    Each();
                }
            }
            """, Known: ""),
    ];
}
