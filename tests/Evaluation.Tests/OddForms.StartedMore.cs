namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Module initialisers that start types, and that leave something behind.
    private static readonly (string Form, string Source, string Known)[] StartedMore =
    [
        (Form: "a module initialiser whose type starts another", Source: """
            class T { public static long N = Set(); static long Set() { C.A.N = 5; return 1; } }
            class B2 { public long N = 1; }
            class C
            {
                public static readonly B2 A = new();
                public static long M0 => A.N;
                [ModuleInitializer] internal static void Go() { var x = T.N; }
            }
            """, Known: ""),
        (Form: "a module initialiser that leaves work for later", Source: """
            class B2 { public long N = 1; }
            static class T { public static event Action E; public static void Raise() => E(); }
            class C
            {
                public static readonly B2 A = new();
                public long M0 => A.N;
                public C() { A.N = 2; T.Raise(); }
                [ModuleInitializer] internal static void Go() { T.E += () => A.N = 5; }
            }
            """, Known: ""),
        (Form: "a module initialiser that keeps an object in the framework", Source: """
            class B2 { public long N = 1; }
            class Cult : System.Globalization.CultureInfo { public Cult() : base("") { }
                public override object GetFormat(Type t) { C.A.N = 5; return base.GetFormat(t); } }
            class C
            {
                public static readonly B2 A = new();
                public long M0 => A.N;
                public C() { A.N = 2; string s = 1.5.ToString(); }
                [ModuleInitializer] internal static void Go() {
                    System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new Cult();
                    System.Globalization.CultureInfo.CurrentCulture = new Cult(); }
            }
            """, Known: ""),
    ];
}
