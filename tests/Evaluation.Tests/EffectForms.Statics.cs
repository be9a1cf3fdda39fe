namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Statics.</summary>
    private static readonly (string Form, string Source, string Known)[] Statics =
    [
        (Form: "a static constructor that hands on", Source: M + """
            class C
            {
                static readonly M A = new();
                static void Init(M m)
                {
                    m.P = 5;
                }
                static C()
                {
                    Init(A);
                }
                public long M0 => A.P;
                public long M1 => A.Q;
            }
            """, Known: "M1"),
        (Form: "an initialiser that assigns another static", Source: """
            [TrainingConfig]
            static class C
            {
                public static long M0 = 70;
                static long N = Init();
                static long Init() => M0 = 5;
                public static readonly long M1 = 9;
            }
            """, Known: "M0 M1"),
        (Form: "an initialiser that counts", Source: """
            [TrainingConfig]
            static class C
            {
                static long s = 10;
                static readonly long A = s++;
                static long Get() => s;
                public static long M0 = Get();
                public static readonly long M1 = A;
            }
            """, Known: "M0 M1"),
        (Form: "a static that changes an object of another type", Source: M + """
            static class D
            {
                public static readonly M A = new();
            }
            class E
            {
                public static readonly long X = D.A.Up();
            }
            class C
            {
                public static readonly long M0 = E.X;
                public static long M1 => D.A.P;
                public static long M2 => D.A.Q;
            }
            """, Known: "M2"),
        (Form: "a static made after a change", Source: M + """
            static class D
            {
                public static readonly M A = new();
                public static readonly long B = A.P;
            }
            class C
            {
                public long M0;
                public C()
                {
                    D.A.P = 5;
                    M0 = D.B;
                }
            }
            """, Known: ""),
        (Form: "a static set by the constructor", Source: """
            [TrainingConfig]
            class C
            {
                static long s = 10;
                static readonly long B = s * 2;
                public long M0;
                public long M1;
                public C()
                {
                    s = 5;
                    M0 = B;
                    M1 = s;
                }
            }
            """, Known: "M1"),
        (Form: "a static of a generic type", Source: """
            class G<T>
            {
                public static readonly long N = typeof(T) == typeof(int) ? 1 : 2;
                public static readonly long K = 7;
            }
            class C
            {
                public long M0 => G<int>.N;
                public long M1 => G<string>.K;
            }
            """, Known: "M1"),
        (Form: "an object made before later statics", Source: """
            class C
            {
                public static readonly C D = new C();
                static readonly long N = 70;
                public long P = N;
                public static long M0 => D.P;
                public long M1 => P;
            }
            """, Known: "M1"),
        (Form: "a static that reads itself through an object", Source: """
            class C
            {
                public static readonly C D = new C();
                public long P = D == null ? 1 : 2;
                public static long M0 => D.P;
            }
            """, Known: ""),
        (Form: "a static of the framework", Source: """
            class C
            {
                public double M0 => Math.PI * 2;
                public long M1 => int.MaxValue;
                public string M2 => string.Empty;
            }
            """, Known: "M0 M1"),
    ];
}
