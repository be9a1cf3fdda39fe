namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Delegates.</summary>
    private static readonly (string Form, string Source, string Known)[] Delegates =
    [
        (Form: "an event", Source: """
            class C
            {
                event Action E;
                public long M0 = 1;
                public C()
                {
                    E += () => M0 = 5;
                    E();
                }
            }
            """, Known: ""),
        (Form: "a lambda in a field", Source: """
            class C
            {
                Action f;
                public long M0 = 1;
                public C()
                {
                    f = () => M0 = 5;
                    f();
                }
            }
            """, Known: ""),
        (Form: "a lambda that is run later", Source: """
            class C
            {
                public long M0 = 1;
                Lazy<long> l;
                public long M1;
                public C()
                {
                    l = new Lazy<long>(() => M0 = 5);
                    M0 = 3;
                    M1 = l.Value;
                }
            }
            """, Known: ""),
        (Form: "a lambda that is handed over", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    new List<int>
                    {
                        1
                    }.ForEach(i => M0 = 5);
                }
            }
            """, Known: ""),
        (Form: "a method that is handed over", Source: """
            class C
            {
                public long M0 = 1;
                void Up(int i)
                {
                    M0 = 5;
                }
                public C()
                {
                    new List<int>
                    {
                        1
                    }.ForEach(Up);
                }
            }
            """, Known: ""),
        (Form: "a local function", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    void Up()
                    {
                        M0 = 5;
                    }
                    Up();
                }
            }
            """, Known: ""),
        (Form: "a local that a lambda assigns", Source: """
            class C
            {
                public long M0;
                public C()
                {
                    long n = 1;
                    Action f = () => n = 5;
                    f();
                    M0 = n;
                }
            }
            """, Known: ""),
        (Form: "a local that a local function assigns", Source: """
            class C
            {
                public long M0;
                public C()
                {
                    long n = 1;
                    void Up()
                    {
                        n = 5;
                    }
                    Up();
                    M0 = n;
                }
            }
            """, Known: ""),
        (Form: "LINQ with effects", Source: """
            class C
            {
                public long M0 = 1;
                public long M1;
                public C()
                {
                    M1 = new[]
                    {
                        1,
                        2
                    }.Select(i => M0 = i).Count();
                    M1 = new[]
                    {
                        1,
                        2
                    }.Sum(i =>
                    {
                        M0 = 5;
                        return i;
                    });
                }
            }
            """, Known: ""),
        (Form: "LINQ that runs later", Source: """
            class C
            {
                public long M0 = 1;
                public C()
                {
                    var q = new[]
                    {
                        1,
                        2
                    }.Select(i => M0 = 5);
                    M0 = 3;
                    foreach (var x in q)
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "a lambda without effects", Source: """
            class C
            {
                public long M0 = 1;
                Func<long> f = () => 5;
                public C()
                {
                    M0 = 3;
                }
            }
            """, Known: "M0"),
    ];
}
