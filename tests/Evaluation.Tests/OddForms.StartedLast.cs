namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What module initialisers leave behind may run at any time, and reach what others can name.
    private static readonly (string Form, string Source, string Known)[] StartedLast =
    [
        (Form: "a module initialiser whose handler may change everything, run by an exception that is caught elsewhere", Source: """
            class Bus { public static C Last; }
            class C { public long M0 = 1; public long M1 { get; } = 3; public C() { Bus.Last = this; M0 = 2; int.TryParse("x",
                out _); Throw(); } static void Throw() { try { throw new Exception(); } catch { } } [ModuleInitializer]
                internal static void Go() { AppDomain.CurrentDomain.FirstChanceException += (s, e) => { dynamic d = Bus.Last;
                if (d != null) d.M0 = 5L; }; } }
            """, Known: ""),
        (Form: "a module initialiser whose handler prints, beside a plain config", Source: """
            class P { public long N = 3; }
            class C { public long M0 = 1; public long M1 => M0 * 2; readonly P p = new P { N = 4 }; public long M2 => p.N;
                [ModuleInitializer] internal static void Go() { AppDomain.CurrentDomain.UnhandledException += (s, e) =>
                Console.Error.WriteLine(e.ExceptionObject); } }
            """, Known: "M0 M1 M2"),
        (Form: "a module initialiser whose handler changes an older object that the slice wrote", Source: """
            class B2 { public long N = 1; }
            class C { public static readonly B2 A = new(); public long M0 => A.N; public C() { A.N = 2; Throw(); } static void
                Throw() { try { throw new Exception(); } catch { } } [ModuleInitializer] internal static void Go() {
                AppDomain.CurrentDomain.FirstChanceException += (s, e) => { dynamic d = A; d.N = 5L; }; } }
            """, Known: ""),
        (Form: "a module initialiser whose handler changes a list's element", Source: """
            class P { public long N = 1; } class Bus { public static readonly List<P> All = new(); }
            class C { readonly P p = new(); public long M0 => p.N; public C() { Bus.All.Add(p); p.N = 2; Throw(); } static void
                Throw() { try { throw new Exception(); } catch { } } [ModuleInitializer] internal static void Go() {
                AppDomain.CurrentDomain.FirstChanceException += (s, e) => { dynamic d = Bus.All.LastOrDefault(); if (d != null)
                d.N = 5L; }; } }
            """, Known: ""),
    ];
}
