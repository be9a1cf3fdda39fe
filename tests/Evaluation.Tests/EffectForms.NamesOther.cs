namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Two names of one object.</summary>
    private static readonly (string Form, string Source, string Known)[] NamesOther =
    [
        (Form: "an element of a list", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public C()
                {
                    var t = new List<M>
                    {
                        a
                    };
                    foreach (var m in t)
                        m.P = 5;
                }
            }
            """, Known: ""),
        (Form: "an unknown one of two", Source: M + """
            class C
            {
                M a = new(), b = new();
                public long M0 => a.P;
                public C()
                {
                    var m = DateTime.Now.Ticks > 0 ? a : b;
                    m.P = 5;
                }
            }
            """, Known: ""),
        (Form: "an unknown one of two that is assigned", Source: M + """
            class C
            {
                M a = new(), b = new();
                public long M0 => a.P;
                public C()
                {
                    (DateTime.Now.Ticks > 0 ? a : b).P = 5;
                }
            }
            """, Known: ""),
        (Form: "a cast", Source: M + """
            class C
            {
                object a = new M();
                public long M0 => ((M)a).P;
                public C()
                {
                    ((M)a).P = 5;
                }
            }
            """, Known: "M0"),
        (Form: "a condition for access", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public C()
                {
                    a?.Up();
                }
            }
            """, Known: ""),
    ];
}
