namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>What is unknown or not followed, but changes nothing.</summary>
    private static readonly (string Form, string Source, string Known)[] Harmless =
    [
        (Form: "the time", Source: """
            class C
            {
                public long M0 = 70;
                DateTime t = DateTime.Now;
                Guid g = Guid.NewGuid();
                string e = Environment.GetEnvironmentVariable("X");
                public long M1;
                public C()
                {
                    M1 = 7;
                    var x = Environment.TickCount;
                }
            }
            """, Known: "M0 M1"),
        (Form: "checks with numbers", Source: """
            class C
            {
                public long M0 { get; }
                public C(long n = 70)
                {
                    if (n < 0)
                        throw new ArgumentException(nameof(n));
                    if (string.IsNullOrEmpty("a"))
                        throw new Exception();
                    M0 = n;
                }
            }
            """, Known: "M0"),
        (Form: "printing numbers", Source: """
            class C
            {
                public long M0 = 70;
                public C()
                {
                    Console.Error.Write("{0}", M0);
                    Console.Error.Write($"{M0:N0}");
                }
            }
            """, Known: "M0"),
        (Form: "texts and lists beside", Source: """
            class C
            {
                public long M0 = 70;
                List<string> a = new()
                {
                    "x",
                    "y"
                };
                Dictionary<string, long> b = new()
                {
                    ["a"] = 1
                };
                string[] c =
                {
                    "a"
                };
                System.Text.StringBuilder s = new();
                Random r = new(3);
                public C()
                {
                    s.Append("x");
                    a.Add("z");
                }
            }
            """, Known: "M0"),
        (Form: "an array of objects", Source: M + """
            class C
            {
                M[] a =
                {
                    new M
                    {
                        P = 3
                    },
                    new M()
                };
                M b = new();
                public long M0 => a.Length;
                public long M1 => b.P;
            }
            """, Known: "M0 M1"),
        (Form: "a list of objects", Source: M + """
            class C
            {
                M b = new();
                List<M> a = new();
                public long M1 => b.P;
                public C()
                {
                    a.Add(b);
                }
            }
            """, Known: "M1"),
        (Form: "a count in a list", Source: """
            class C
            {
                List<int> a = new()
                {
                    1,
                    2
                };
                public long M0 = 5;
                public long M1 => a.Count;
            }
            """, Known: "M0"),
        (Form: "a method of one expression", Source: """
            class C
            {
                static long B(long n) => n * 1_000;
                public long M0 { get; } = B(70);
                public long M1 => B(Twice(3));
                long Twice(long n) => n + n;
            }
            """, Known: "M0 M1"),
        (Form: "a method of an object", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.Peek();
                public long M1 => a.Twice;
            }
            """, Known: "M0 M1"),
        (Form: "a void method that initialises", Source: """
            class C
            {
                public long M0, M1;
                public C()
                {
                    Init(70);
                }
                void Init(long n)
                {
                    M0 = n;
                    M1 = n * 2;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a setter that assigns two", Source: """
            class C
            {
                long p;
                public long M0 { get => p; set => p = value; }
                public long M1 { get; set; }
                long Both
                {
                    set
                    {
                        M0 = value;
                        M1 = value * 20;
                    }
                }
                public C()
                {
                    Both = 7;
                    M1 = 5;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a record that is copied", Source: """
            record R
            {
                public long P { get; init; } = 7;
                public readonly long T;
                public R()
                {
                    T = P * 2;
                }
            }
            class C
            {
                static readonly R X = new R
                {
                    P = 70
                }, Y = X with
                {
                    P = 9
                };
                public long M0 => X.T;
                public long M1 => Y.T;
                public long M2 => Y.P;
            }
            """, Known: "M0 M1 M2"),
        (Form: "an object changed before it is copied", Source: """
            record R
            {
                public long P { get; set; } = 7;
                public void Up()
                {
                    P *= 100;
                }
            }
            class C
            {
                public long M0, M1;
                public C()
                {
                    var a = new R();
                    a.Up();
                    var b = a with
                    {
                    };
                    M0 = b.P;
                    M1 = a.P;
                }
            }
            """, Known: "M0 M1"),
        (Form: "arguments in another order", Source: """
            class C
            {
                long n = 1;
                long Next() => n++;
                static long F(long a, long b) => a * 10 + b;
                public long M0;
                public C()
                {
                    M0 = F(b: Next(), a: Next());
                }
            }
            """, Known: "M0"),
        (Form: "caller's line and text", Source: """
            class C
            {
                static long L([CallerLineNumber] int n = 70) => n;
                static long T(int a, [CallerArgumentExpression("a")] string n = "") => n.Length;
                static string W([CallerMemberName] string n = "x") => n;
                public long M0 => L();
                public long M1 => T(1 + 2);
                public string M2 => W();
            }
            """, Known: "M0 M1 M2"),
        (Form: "a constructor that wants its caller", Source: """
            class R
            {
                public long P;
                public R([CallerLineNumber] int n = 70)
                {
                    P = n;
                }
            }
            class C : R
            {
                public long M0 => P;
            }
            """, Known: ""),
        (Form: "a pattern with a type", Source: """
            class C
            {
                static readonly object O = 70L;
                public bool M0 => O is long;
                public bool M1 => O is 70L;
                public long M2 => O is long n ? n : 1;
            }
            """, Known: ""),
    ];
}
