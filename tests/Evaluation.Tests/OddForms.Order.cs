namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Order =
    [
        (Form: "a finally that assigns", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    try
                    {
                        M0 = 3;
                    }
                    finally
                    {
                        M0 = 4;
                    }
                }
            }
            """, Known: "M1"),
        (Form: "an exception filter that assigns", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                bool Note()
                {
                    M0 = 5;
                    return false;
                }
                public C()
                {
                    try
                    {
                        try
                        {
                            throw new Exception();
                        }
                        catch when (Note())
                        {
                        }
                    }
                    catch
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "goto out of a switch", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    switch (M0)
                    {
                        case 1:
                            M0 = 7;
                            goto case 2;
                        case 2:
                            M1 = 8;
                            break;
                    }
                }
            }
            """, Known: ""),
        (Form: "a loop that ends after one turn", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    do
                    {
                        M0 = 7;
                        break;
                    }
                    while (true);
                    for (; M1 < 100;) M1 *= 10;
                }
            }
            """, Known: ""),
        (Form: "an assignment in a default argument's place, by name and out of order", Source: """
            class C
            {
                long n = 1;
                static long F(long a, long b) => (a * 10) + b;
                public long M0 { get; }
                public long M1 => n;
                public C()
                {
                    M0 = F(b: n++, a: n);
                }
            }
            """, Known: "M0 M1"),
        (Form: "compound assignment that reads before its value changes it", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                long Set()
                {
                    n = 50;
                    return 5;
                }
                public C()
                {
                    n += Set();
                }
            }
            """, Known: ""),
        (Form: "a local function that captures and a lambda that is never called", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; }
                public C()
                {
                    long x = 2;
                    void Up()
                    {
                        x *= 10;
                    }
                    Up();
                    M1 = x;
                    Action never = () => M0 = 99;
                }
            }
            """, Known: ""),
        (Form: "an iterator that assigns when it is read", Source: """
            class C
            {
                long n = 1;
                IEnumerable<int> Items()
                {
                    n = 5;
                    yield return 1;
                }
                public long M0 => n;
                public long M1 { get; }
                public C()
                {
                    var items = Items();
                    M1 = n;
                    foreach (int i in items)
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "a using that disposes", Source: """
            class R : IDisposable
            {
                readonly C c;
                public R(C c)
                {
                    this.c = c;
                }
                public void Dispose()
                {
                    c.M0 = 9;
                }
            }
            class C
            {
                public long M0 { get; set; } = 1;
                public C()
                {
                    using (new R(this))
                    {
                        M0 = 2;
                    }
                }
            }
            """, Known: ""),
        (Form: "an async method that runs until its first await", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                async System.Threading.Tasks.Task Go()
                {
                    M0 = 6;
                    await System.Threading.Tasks.Task.Yield();
                }
                public C()
                {
                    Go().Wait();
                }
            }
            """, Known: ""),
    ];
}
