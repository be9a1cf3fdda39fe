namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Statements of every kind around what is assigned.
    private static readonly (string Form, string Source, string Known)[] WrittenBodies =
    [
        (Form: "a constructor that throws where a check fails, and one that does not", Source: """
            class Checked
            {
                public long N = 1;
                public Checked(long n)
                {
                    if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
                    ArgumentOutOfRangeException.ThrowIfNegative(n);
                    N = n;
                }
            }
            class C
            {
                readonly Checked c = new(5);
                public long M0 => c.N;
                public long M1 { get; } = 7;
            }
            """, Known: "M0 M1"),
        (Form: "an object whose making fails halfway", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Half { public Half() { Box.One.N = 5; throw new InvalidOperationException(); } }
            class C
            {
                public long M0 => Box.One.N;
                public readonly long M1 = 3;
                public C()
                {
                    try { new Half(); M1 = 4; }
                    catch (InvalidOperationException) { M1 += 5; }
                    finally { M1 *= 2; }
                }
            }
            """, Known: ""),
        (Form: "a call that fails between two assignments", Source: """
            class C
            {
                long a = 1, b = 2;
                public long M0 => a;
                public long M1 => b;
                void Set() { a = 5; Fail(); b = 6; }
                static void Fail() { throw new InvalidOperationException(); }
                public C()
                {
                    try { Set(); } catch { }
                }
            }
            """, Known: ""),
        (Form: "a throw in a value", Source: """
            class C
            {
                long? none = null;
                long a = 1;
                public long M0 => a;
                long Fail() => none ?? throw new InvalidOperationException();
                public C()
                {
                    try { a = 5 + Fail(); } catch { a++; }
                }
            }
            """, Known: ""),
        (Form: "nested finally blocks and returns", Source: """
            class C
            {
                long n = 1;
                public readonly long M0;
                public long M1 => n;
                long Try()
                {
                    try
                    {
                        try { return n; }
                        finally { n = 5; }
                    }
                    finally { n += 10; }
                }
                public C()
                {
                    M0 = Try();
                }
            }
            """, Known: ""),
        (Form: "a filter that runs before a finally", Source: """
            class C
            {
                long n = 1, seen;
                public long M0 => n;
                public long M1 => seen;
                bool See() { seen = n; return true; }
                void Fail() { try { throw new Exception(); } finally { n = 5; } }
                public C()
                {
                    try { Fail(); } catch when (See()) { n += 1; }
                }
            }
            """, Known: ""),
        (Form: "loops of every kind", Source: """
            class C
            {
                public long M0 = 1, M1 = 1, M2 = 1, M3 = 1, M4 = 7;
                public C()
                {
                    for (int i = 0; i < 3; i++) M0 *= 2;
                    int k = 0;
                    while (k < 3) { M1 += k; k++; }
                    do { M2--; } while (M2 > -3);
                    foreach (long x in new long[] { 1, 2 }) M3 += x;
                }
            }
            """, Known: "M4"),
        (Form: "loops that are left", Source: """
            class C
            {
                public long M0 = 1, M1 = 1;
                public C()
                {
                    for (; ; ) { M0 = 3; break; M0 = 4; }
                    foreach (int i in new[] { 1, 2, 3 })
                    {
                        if (i == 2) continue;
                        M1 += i;
                        if (i == 3) return;
                    }
                    M0 = 9;
                }
            }
            """, Known: ""),
        (Form: "an empty loop over nothing", Source: """
            class C
            {
                long a = 1;
                public long M0 => a;
                public long M1 { get; } = 2;
                public C()
                {
                    foreach (int i in new int[0]) a = 5;
                    while (false) a = 6;
                    if (false) a = 7;
                }
            }
            """, Known: "M1"),
        (Form: "a switch statement by strings, enums and patterns", Source: """
            enum Size { Small, Large }
            class C
            {
                readonly Size size = Size.Large;
                readonly string name = "b";
                public long M0 = 1, M1 = 1, M2 = 1, M3 = 4;
                public C()
                {
                    switch (size) { case Size.Small: M0 = 2; break; case Size.Large: M0 = 3; break; }
                    switch (name) { case "a": M1 = 2; break; case "b": case "c": M1 = 3; goto default; default: M1 += 5; break; }
                    switch (M0) { case > 2 and < 9 when M1 > 2: M2 = 5; break; case var x: M2 = x; break; }
                }
            }
            """, Known: "M3"),
    ];
}
