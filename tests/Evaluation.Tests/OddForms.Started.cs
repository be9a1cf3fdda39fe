namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Started =
    [
        (Form: "a module initialiser", Source: """
            class C
            {
                public static readonly T A = new();
                public static long M0 => A.N;
                public static readonly long M1 = 3;
                [ModuleInitializer] internal static void Go() { A.N = 5; }
            }
            class T { public long N = 70; }
            """, Known: "M1"),
        (Form: "a module initialiser by an alias", Source: """
            class C
            {
                public static readonly T A = new();
                public static long M0 => A.N;
            }
            class T { public long N = 70; }
            static class Start { [First] internal static void Go() { C.A.N = 5; } }
            """, Known: ""),
        (Form: "a module initialiser that starts a type", Source: """
            class C
            {
                static long n = 70;
                public static readonly long M0 = n;
                public long M1 = 3;
            }
            static class Start
            {
                public static long N = 1;
                static Start() { Other.N = 9; }
                [ModuleInitializer] internal static void Go() { N = 2; }
            }
            static class Other { public static long N = 3; }
            """, Known: "M1"),
    ];
}
