namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Calls that the compiler leaves out, that run by other ways, or that the framework makes.
    private static readonly (string Form, string Source, string Known)[] Dropped =
    [
        (Form: "an override of a conditional method", Source: """
            class B { [System.Diagnostics.Conditional("NEVER")] public virtual void Set() { } }
            class C : B
            {
                long n = 1;
                public long M0 => n;
                public override void Set() { n = 5; }
                public C()
                {
                    Set();
                    this.Set();
                }
            }
            """, Known: ""),
        (Form: "a conditional method whose argument assigns", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                [System.Diagnostics.Conditional("NEVER")] static void Log(long x) { }
                public C()
                {
                    Log(n = 5);
                }
            }
            """, Known: ""),
        (Form: "a partial method without a body, whose argument assigns", Source: """
            partial class C
            {
                long n = 1;
                public long M0 => n;
                partial void On(long x);
                public C()
                {
                    On(n = 5);
                }
            }
            """, Known: ""),
        (Form: "a partial method with a body", Source: """
            partial class C
            {
                long n = 1, m = 2;
                public long M0 => n;
                public long M1 => m;
                partial void On(long x);
                public C()
                {
                    On(n = 5);
                }
            }
            partial class C { partial void On(long x) { m = x + 1; } }
            """, Known: "M0 M1"),
        (Form: "a static partial method without a body in an initialiser's lambda", Source: """
            partial class C
            {
                static partial void On(ref long x);
                static readonly long[] N = { 1 };
                long n = 1;
                public long M0 => n;
                public C()
                {
                    On(ref n);
                }
            }
            """, Known: ""),
        (Form: "ToString through object", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString() { Shown = 6; return "n"; }
            }
            class C
            {
                readonly Name a = new();
                public long M0 => a.Shown;
                public C()
                {
                    object o = a;
                    string s = o.ToString();
                }
            }
            """, Known: ""),
        (Form: "ToString through object, by the framework", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString() { Shown = 6; return "n"; }
            }
            class C
            {
                readonly Name a = new(), b = new(), c = new(), d = new();
                public long M0 => a.Shown;
                public long M1 => b.Shown;
                public long M2 => c.Shown;
                public long M3 => d.Shown;
                public C()
                {
                    object o = a;
                    string s = string.Concat("x", o);
                    s = string.Format("{0}", b);
                    s = string.Join(",", new List<object> { c });
                    s = string.Concat(new object[] { d });
                }
            }
            """, Known: ""),
        (Form: "ToString of one, by string.Format", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString() { Shown = 6; return "n"; }
            }
            class C
            {
                readonly Name b = new();
                public long M0 => b.Shown;
                public C()
                {
                    string s = string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {1}", 1, b);
                }
            }
            """, Known: ""),
        (Form: "ToString of one in a list of objects", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString() { Shown = 6; return "n"; }
            }
            class C
            {
                readonly Name b = new();
                public long M0 => b.Shown;
                public C()
                {
                    var list = new List<object> { b };
                    string s = string.Join(",", list);
                }
            }
            """, Known: ""),
        (Form: "ToString of a type parameter", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString() { Shown = 6; return "n"; }
            }
            class C
            {
                static string Show<T>(T x) => x.ToString();
                readonly Name b = new();
                public long M0 => b.Shown;
                public C()
                {
                    string s = Show(b);
                }
            }
            """, Known: ""),
    ];
}
