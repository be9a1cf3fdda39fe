namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Enums, times, texts, tuples and defaults.
    private static readonly (string Form, string Source, string Known)[] TypedValuesMore =
    [
        (Form: "enum arithmetic of every underlying type", Source: """
            enum A : sbyte { N = -100, P = 100 } enum B : byte { X = 250, Y = 5 } enum S : short { X = 30000, Y = -5 }
            enum U : ushort { X = 65000 } enum W : uint { X = 4000000000, Y = 1 } enum L : long {
                X = 5_000_000_000, Y = -1 } enum Q : ulong { X = ulong.MaxValue, Y = 1 } enum I { X = int.MaxValue, Y = -1, Z }
            class C {
                static readonly A An = A.N; static readonly B Bx = B.X; static readonly W Wx = W.X; static readonly I Iy = I.Y;
                public long M0 => (long)A.N; public int M1 => (int)(A.P - 50); public long M2 => B.X - B.Y;
                public int M3 => (int)(Bx + 2); public long M4 => (long)S.X; public long M5 => S.X - S.Y;
                public int M6 => (int)U.X; public long M7 => (long)W.X; public long M8 => (long)(Wx - 1);
                public long M9 => (long)L.X; public ulong M10 => (ulong)Q.X; public long M11 => (long)I.Z;
                public long M12 => (int)(Iy + 5); public long M13 => L.X - L.Y; public bool M14 => A.N < A.P;
                public bool M15 => Bx > B.Y; public long M16 => (long)(B)5; public long M17 => (long)(Bx & B.Y);
                public long M18 => (long)(Bx | B.Y); public long M19 => (byte)~B.Y; public long M20 => (long)~Bx;
                public long M21 => (long)~I.X; public bool M22 => Bx == (B)250; public double M23 => (double)L.X;
                public decimal M24 => (decimal)W.X; public char M25 => (char)U.X; public int M26 => (int)I.Y + (int)I.Z;
                public long M27 => I.X - I.Z; public bool M28 => Iy == 0; public long M29 => (long)default(L);
                public long M30 => (long)(L)Iy; public int M31 => (int)(A)An; public long M32 => (long)(1 + I.Z);
                public long M33 => Wx - W.Y; public long M34 => (long)(Iy - 1);public ulong M35 => (ulong)(Q.Y | Q.X);
                public float M36 => (float)S.Y; public int M37 => (int)An / 3; public int M38 => An - A.P;
            }
            """, Known: "M0 M4 M6 M7 M8 M9 M10 M11 M12 M13 M16 M21 M23 M24 M26 M27 M28 M29 M30 M31 M32 M33 M34 M35 M36 M37"),
        (Form: "enums that are renamed, doubled and flagged", Source: """
            [Flags] enum G : ulong { None, A = 1 << 0, B = 1 << 1, D = 1ul << 40, All = A | B | D, Alias = B } enum H {
                A = 'a', B, D = H.A + 5, E = (int)G.B, F = 9 }
            class C {
                static readonly G X = G.A | G.D;
                public ulong M0 => (ulong)G.All; public ulong M1 => (ulong)(X & G.D); public bool M2 => X.HasFlag(G.D);
                public int M3 => (int)H.B; public int M4 => (int)H.D; public int M5 => (int)H.E; public int M6 => (int)H.F;
                public string M7 => X.ToString(); public string M8 => $"{G.Alias}"; public int M9 => Enum.GetValues<H>().Length;
                public bool M10 => Enum.IsDefined(H.A); public G M11 => Enum.Parse<G>("A");
                public ulong M12 => (ulong)(X ^ G.A); public ulong M13 => (ulong)(X & ~G.A); public bool M14 => (X & G.B) != 0;
                public bool M15 => (X & G.B) == G.None; public bool M16 => G.Alias == G.B;
                public int M17 => nameof(G.Alias).Length; public bool M18 => X is (G.A | G.D);
                public int M19 => (H.A, 1).CompareTo((H.B, 1)); public bool M20 => X == (G.A | G.D);
            }
            """, Known: "M0 M1 M3 M4 M5 M6 M12 M13 M14 M15 M16 M17 M18 M20"),
        (Form: "enum members as compound", Source: """
            [Flags] enum G { A = 1, B = 2, D = 4 } enum B : byte { X = 254 }
            class C { G g = G.A; B b = B.X; G h = G.D; int n = 3; public int M0 => (int)g; public int M1 => (int)b;
                public int M2 => (int)h; public int M3 => n; public C() { g |= G.B; b++; h--; h ^= G.B; n += (int)G.D;
                g &= ~G.A; } }
            """, Known: "M0 M2 M3"),
        (Form: "times and dates", Source: """
            class C {
                static readonly TimeSpan T = TimeSpan.FromHours(1.5), U = new(0, 30, 0), V = new(1, 2, 3, 4, 5);
                static readonly DateTime D = new(2024, 2, 29); static readonly TimeSpan? N = null;
                public double M0 => T.TotalHours; public double M1 => (T + U).TotalHours;
                public double M2 => (T - U).TotalMinutes; public bool M3 => T > U; public double M4 => V.TotalSeconds;
                public int M5 => V.Hours; public long M6 => T.Ticks; public double M7 => (T * 2).TotalHours;
                public double M8 => T / U; public double M9 => TimeSpan.FromDays(1).TotalHours;
                public double M10 => TimeSpan.FromMinutes(90).TotalHours;
                public double M11 => TimeSpan.FromSeconds(0.1).TotalSeconds;
                public double M12 => TimeSpan.FromMilliseconds(1500).TotalSeconds;
                public TimeSpan M13 => TimeSpan.FromDays(0.1); public TimeSpan M14 => -T; public TimeSpan M15 => TimeSpan.Zero;
                public double M16 => (D - D.AddDays(-1)).TotalHours; public int M17 => D.Year;
                public double M18 => TimeSpan.Parse("01:30:00").TotalHours; public TimeSpan M19 => default;
                public TimeSpan M20 = default; public bool M21 => N == null; public double M22 => (N ?? T).TotalHours;
                public double M23 => TimeSpan.FromSeconds(1.0 / 3).TotalSeconds;
                public double M24 => TimeSpan.FromHours(1.0 / 3).TotalMinutes; public TimeSpan M25 => TimeSpan.MaxValue;
                public TimeSpan M26 => TimeSpan.FromTicks(5); public TimeSpan M27 => new TimeSpan(100);
                public double M28 => T.Add(U).TotalHours; public double M29 => T.TotalMilliseconds;
                public TimeSpan M30 => TimeSpan.FromSeconds(0.0015); public TimeSpan M31 => TimeSpan.FromSeconds(0.00000015);
                public double M32 => TimeSpan.FromDays(7).TotalDays / 2;
                public double M33 => TimeSpan.FromDays(30).TotalSeconds;
                public bool M34 => TimeSpan.FromDays(1) == TimeSpan.FromHours(24); public TimeSpan M35 => +T;
                public double M36 => TimeSpan.FromHours(2.3).TotalHours;
                public double M37 => TimeSpan.FromDays(1.1).TotalSeconds;
                public double M38 => TimeSpan.FromMinutes(0.1).TotalSeconds; public double M39 => T.Duration().TotalHours;
                public bool M40 => T.Equals(U); public int M41 => TimeSpan.Compare(T, U);
                public TimeSpan M42 => TimeSpan.FromHours(1e6); public TimeSpan M43 => TimeSpan.FromDays(-1.5);
            }
            """, Known: "M0 M9 M10 M11 M13 M14 M21 M22 M23 M24 M30 M31 M32 M33 M34 M36 M37 M38 M42 M43"),
        (Form: "texts", Source: """"
            class C {
                static readonly string S = "abc", N = null, E = ""; static readonly char Ch = 'x'; const string K = "k" + "l";
                public int M0 => S.Length; public string M1 => S + K; public bool M2 => S == "ab" + "c";
                public string M3 => S + Ch; public string M4 => S + 5; public string M5 => S + null; public string M6 => N + S;
                public int M7 => (S + N).Length; public string M8 => S.ToUpper(); public string M9 => S[0].ToString();
                public string M10 => $"{S}{K}"; public string M11 => $"{S,10}"; public string M12 => $"{1.5:F2}";
                public bool M13 => S.Contains("b");
                public bool M14 => string.Equals(S, "ABC", StringComparison.OrdinalIgnoreCase);
                public bool M15 => S.Equals("abc"); public string M16 => string.Concat(S, K);
                public string M17 => S.Substring(1); public string M18 => S[1..]; public char M19 => S[^1];
                public int M20 => S.IndexOf('c'); public bool M21 => string.IsNullOrEmpty(N);
                public int M22 => string.Compare("a", "B"); public string M23 => string.Join(",", 1, 2);
                public string M24 => new string('a', 3); public string M25 => S.PadLeft(5); public string M26 => @"a""b";
                public string M27 => """raw "x" """; public string M28 => $$"""{{{S}}}"""; public int M29 => "é".Length;
                public string M30 => $"{{}}"; public int M31 => "😀".Length; public bool M32 => "a\u0301" == "á";
                public string M33 => string.Empty; public bool M34 => E == string.Empty; public bool M35 => N == null;
                public bool M36 => N != S; public string M37 => S ?? "d"; public string M38 => N ?? "d";
                public int M39 => nameof(S).Length + nameof(System.String).Length; public string M40 => $"{K}";
                public const string M41 = $"{K}{K}"; public bool M42 => (object)S == (object)"abc";
                public string M43 => "a" + 'b' + 1; public string M44 => 1 + 2 + "a"; public string M45 => "a" + 1 + 2;
                public string M46 => 'a' + 'b' + "c"; public string M47 => "\x41B"; public string M48 => "\u0041\t";
                public int M49 => M48.Length; public bool M50 => S.Length is 3; public int M51 => S?.Length ?? 0;
                public int M52 => N?.Length ?? 7; public string M53 => S + true; public string M54 => S + 1.5m;
                public bool M55 => S.StartsWith('a'); public string M56 => S.Replace("a", "b");
                public int M57 => "abc"u8.Length; public string M58 => "" + default(string); public bool M59 => "" == N;
            }
            """", Known: "M0 M1 M2 M26 M27 M29 M31 M32 M35 M36 M37 M38 M39 M47 M48 M49 M50 M59"),
        (Form: "parse of numbers", Source: """
            class C {
                public double M0 => double.Parse("1.5"); public int M1 => int.Parse("12");
                public double M2 => double.Parse("1,5", System.Globalization.CultureInfo.GetCultureInfo("de-DE"));
                public long M3 => long.Parse("1_000".Replace("_", "")); public long M4 => Convert.ToInt64("ff", 16);
                public bool M5 => int.TryParse("x", out _); public int M6 => int.TryParse("5", out int v) ? v : 0;
                public decimal M7 => decimal.Parse("1.10");
                public double M8 => double.Parse("1e3", System.Globalization.NumberStyles.Float,
                    System.Globalization.CultureInfo.InvariantCulture); public BigInteger M9 => BigInteger.Parse("-12");
                public TimeSpan M10 => TimeSpan.Parse("1"); public Guid M11 => Guid.Empty; public Guid M12 => default;
                public DateTime M13 => default; public bool M14 => bool.Parse("true"); public char M15 => char.Parse("a");
                public BigInteger M16 => BigInteger.Parse("1e3", System.Globalization.NumberStyles.Any);
                public BigInteger M17 => BigInteger.Parse("+5"); public int M18 => 5.ToString().Length;
                public BigInteger M19 => BigInteger.Parse("(5)");
            }
            """, Known: "M9 M17"),
        (Form: "tuples and their equality", Source: """
            class C {
                static readonly (int A, long B) T = (1, 2), U = (1, 2); static readonly (double, string) V = (1, "x");
                static readonly (int, (int X, int Y) In) W = (1, (2, 3));
                public bool M0 => T == U; public bool M1 => T == (1, 2); public bool M2 => (1, 2) == (1, 2L);
                public int M3 => T.A; public long M4 => T.Item2; public double M5 => V.Item1; public int M6 => W.In.Y;
                public bool M7 => (double.NaN, 1) == (double.NaN, 1); public bool M8 => T.Equals(U);
                public int M9 => (1, 2).Item2; public bool M10 => (1, "a") != (1, "a"); public (long, double) M11 => (1, 2);
                public double M12 => M11.Item2 / 4; public int M13 { get; } public int M14 { get; }
                public (int X, int Y) M15 => (Y: 1, X: 2); public int M16 => M15.X;
                public double M17 => ((double, int))(1, 2) is var t ? t.Item1 / 2 : 0; public C() { (M13, M14) = (3, 4);
                (M13, M14) = (M14, M13); }
            }
            """, Known: "M13 M14"),
        (Form: "tuples deconstructed into members of other types", Source: """
            class C { double a; byte b; long c; decimal d; char e; int? f; object g; float h; public double M0 => a;
                public int M1 => b; public long M2 => c; public decimal M3 => d; public int M4 => e; public int? M5 => f;
                public object M6 => g; public float M7 => h; public double M8 => a / 2; public bool M9 => g is int;
                public bool M10 => g is 1; public C() { (a, b) = (5, 6); (c, d) = ('a', 7); (e, f) = ('b', 8);
                (g, h) = (1, 16777217); } }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M10"),
        (Form: "default values of structs and generics", Source: """
            struct P { public int X; public string S; public P() { X = 5; } public int Y { get; init; } = 6; }
            record struct R(int A = 3, double B = 2) { public int D { get; set; } = 9; } struct G<T> { public T V;
                public T W => V; }
            class C { static readonly P A = default, B = new(), D = new() { Y = 7 };
                static readonly R E = new(), F = default, H = new(4); static readonly G<int> I = default;
                static readonly G<int?> J = new(); static readonly G<G<double>> K = default; static readonly P[] Arr = new P[2];
                static readonly P? N = null;
                public int M0 => A.X; public int M1 => B.X; public int M2 => D.Y; public int M3 => A.Y; public string M4 => A.S;
                public int M5 => E.A; public double M6 => F.B; public int M7 => H.D; public int M8 => I.V;
                public int? M9 => J.V; public double M10 => K.V.V; public int M11 => Arr[0].X;
                public int M12 => N.GetValueOrDefault().X; public int M13 => new R().D; public double M14 => H.B;
                public int M15 => default(R).D; public int M16 => I.W; public int M17 => (N ?? B).X; public int M18 => E.D;
                public int M19 => (new P[1])[0].Y; public int M20 => Activator.CreateInstance<P>().X;
                public int M21 => (H with { A = 8 }).D; public int M22 => new G<P>().V.X; public bool M23 => E == F;
                public bool M24 => H == new R(4); }
            """, Known: "M1 M2 M7 M14 M17 M21"),
    ];
}
