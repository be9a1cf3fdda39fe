namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What module initialisers leave behind may run at any time, and reach what others can name. Exceptions of the
    // whole test process come to a handler: it acts once, on the thread of its own program.
    private static readonly (string Form, string Source, string Known)[] StartedLast =
    [
        (Form: "a module initialiser whose handler may change everything, run by an exception that is caught elsewhere", Source: """
            class Bus { public static C Last; public static int Thread; }
            class C { public long M0 = 1; public long M1 { get; } = 3; public C() { Bus.Last = this; M0 = 2; int.TryParse("x",
                out _); Throw(); } static void Throw() { Bus.Thread = Environment.CurrentManagedThreadId;
                try { throw new Exception(); } catch { } } [ModuleInitializer]
                internal static void Go() { AppDomain.CurrentDomain.FirstChanceException += Once; }
                static void Once(object s, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
                { if (Environment.CurrentManagedThreadId != Bus.Thread) return;
                AppDomain.CurrentDomain.FirstChanceException -= Once; dynamic d = Bus.Last; d.M0 = 5L; } }
            """, Known: ""),
        (Form: "a module initialiser whose handler prints, beside a plain config", Source: """
            class P { public long N = 3; }
            class C { public long M0 = 1; public long M1 => M0 * 2; readonly P p = new P { N = 4 }; public long M2 => p.N;
                [ModuleInitializer] internal static void Go() { AppDomain.CurrentDomain.UnhandledException += (s, e) =>
                Console.Error.WriteLine(e.ExceptionObject); } }
            """, Known: "M0 M1 M2"),
        (Form: "a module initialiser whose handler changes an older object that the slice wrote", Source: """
            class B2 { public long N = 1; }
            class Own { public static int Thread; }
            class C { public static readonly B2 A = new(); public long M0 => A.N; public C() { A.N = 2; Throw(); } static void
                Throw() { Own.Thread = Environment.CurrentManagedThreadId; try { throw new Exception(); } catch { } }
                [ModuleInitializer] internal static void Go() { AppDomain.CurrentDomain.FirstChanceException += Once; }
                static void Once(object s, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
                { if (Environment.CurrentManagedThreadId != Own.Thread) return;
                AppDomain.CurrentDomain.FirstChanceException -= Once; dynamic d = A; d.N = 5L; } }
            """, Known: ""),
        (Form: "a module initialiser whose handler changes a list's element", Source: """
            class P { public long N = 1; }
            class Bus { public static readonly List<P> All = new(); public static int Thread; }
            class C { readonly P p = new(); public long M0 => p.N; public C() { Bus.All.Add(p); p.N = 2; Throw(); } static void
                Throw() { Bus.Thread = Environment.CurrentManagedThreadId; try { throw new Exception(); } catch { } }
                [ModuleInitializer] internal static void Go() { AppDomain.CurrentDomain.FirstChanceException += Once; }
                static void Once(object s, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
                { if (Environment.CurrentManagedThreadId != Bus.Thread) return;
                AppDomain.CurrentDomain.FirstChanceException -= Once; dynamic d = Bus.All.LastOrDefault(); d.N = 5L; } }
            """, Known: ""),
    ];
}
