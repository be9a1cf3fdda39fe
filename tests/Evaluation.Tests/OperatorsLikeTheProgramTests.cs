using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Operators, conversions, numbers and texts are those of C#.</summary>
public class OperatorsLikeTheProgramTests
{
    [Theory]
    [InlineData("a unary operator of the user's own", """
        class W
        {
            public long P = 5;
            public static W operator -(W w) => new W { P = -w.P };
        }
        class C
        {
            static readonly W A = -new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a conversion of the user's own", """
        class V
        {
            public long P = 5;
        }
        class W : V { }
        class X
        {
            public long P = 7;
            public static implicit operator X(V v) => new X { P = v.P * 2 };
        }
        class C
        {
            static readonly X A = new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a binary operator of the user's own", """
        class W
        {
            public long P = 5;
            public static W operator +(W w, W v) => new W { P = -w.P };
        }
        class C
        {
            static readonly W A = new W() + new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a cast that fails", """
        class V
        {
            public long P = 5;
        }
        class W : V { }
        class C
        {
            static readonly W A = (new V() as W) ?? new W { P = 7 };
            public long M0 => A.P;
        }
        """)]
    [InlineData("lifted truth", """
        class C
        {
            public bool M0 => (((bool?)null | true) ?? false);
            public bool M1 => ((long?)null < 5) == false;
            public bool M2 => ((bool?)null & false) ?? true;
        }
        """)]
    [InlineData("a coalesced value of another type", """
        class C
        {
            static int? X => 1;
            public long M0 => (X ?? 7L) << 40;
            public double M1 => (X ?? 7.0) / 2;
        }
        """)]
    [InlineData("a type called TimeSpan", """
        class TimeSpan
        {
            public TimeSpan(int a, int b, int c)
            {
                TotalHours = a + b + c;
            }
            public double TotalHours { get; }
        }
        class C
        {
            static readonly TimeSpan T = new(1, 2, 3);
            public double M0 => T.TotalHours;
        }
        """)]
    [InlineData("spans of time", """
        class C
        {
            public double M0 => System.TimeSpan.FromDays(1.1).TotalHours;
            public double M1 => new System.TimeSpan(7, 3, 11).TotalDays;
            public double M2 => System.TimeSpan.FromMinutes(7).TotalHours;
            public double M3 => System.TimeSpan.FromSeconds(0.7).TotalDays;
        }
        """)]
    [InlineData("references compared", "class C { public bool M0 => (object)5 == (object)5; }")]
    [InlineData("shifts", """
        class C
        {
            static int S => 33;
            public long M0 => 1 << S;
            public long M1 => 1L << S;
            public long M2 => -8 >> 1;
            public uint M3 => 8u >> S;
            public long M4 => -8L >>> 1;
        }
        """)]
    [InlineData("enums", """
        enum E : byte { A = 3, B, C = A | B }
        class C
        {
            public int M0 => (int)E.B;
            public int M1 => (int)(E.A | E.B);
            public int M2 => (int)E.C;
            public bool M3 => E.A < E.B;
            public int M4 => (int)(E.A + 1);
        }
        """)]
    [InlineData("floats", """
        class C
        {
            static float F => 16777217;
            public double M0 => F;
            public double M1 => 0.1f;
            public double M2 => 0.1f * 3;
            public float M3 => 0.1f + 0.2f;
            public double M4 => 0.1f + 0.2;
            public long M5 => (long)(0.1f * 1e10f);
            public double M6 => (float)1e300;
        }
        """)]
    [InlineData("decimals", """
        class C
        {
            public decimal M0 => 1m / 3;
            public double M1 => (double)(1m / 3);
            public long M2 => (long)2.9m;
            public decimal M3 => (decimal)0.1;
            public decimal M4 => (decimal)1e28;
            public double M5 => (double)0.1m;
            public decimal M6 => (decimal)1.23456789012345678;
            public decimal M7 => (decimal)0.1f;
        }
        """)]
    [InlineData("rounding", """
        class C
        {
            public double M0 => System.Math.Round(2.5);
            public double M1 => System.Math.Round(-2.5);
            public decimal M2 => System.Math.Round(2.5m);
            public double M3 => System.Math.Round(2.345, 2);
            public double M4 => System.Math.Round(2.5, System.MidpointRounding.AwayFromZero);
        }
        """)]
    [InlineData("big integers", """
        class C
        {
            public double M0 => (double)System.Numerics.BigInteger.Pow(3, 60);
            public long M1 => (long)(System.Numerics.BigInteger.Pow(10, 12) * 7 / 3);
            public long M2 => (long)new System.Numerics.BigInteger(1e15 + 0.7);
        }
        """)]
    [InlineData("switches", """
        class C
        {
            static long X => 5;
            static int? N => null;
            public long M0 => X switch { 5 => 1, _ => 2 };
            public long M1 => N switch { null => 1, _ => 2 };
            public long M2 => N switch { > 3 => 1, _ => 2 };
            public long M3 => X switch { not 5 => 1, _ => 4 };
            public long M4 => X switch { var y when y > 3 => y, _ => 2 };
        }
        """)]
    [InlineData("texts", """
        class C
        {
            static string A => "a";
            public int M0 => (A + "b").Length;
            public bool M1 => A + null == "a";
            public string M2 => A + 1 + 2;
            public string M3 => $"{A}b";
            public int M4 => string.Empty.Length;
        }
        """)]
    [InlineData("clamps", """
        class C
        {
            static long X => 5;
            public long M0 => System.Math.Clamp(X, 7, 9);
            public long M1 => System.Math.Clamp(X, 1, 3);
            public double M2 => System.Math.Max(double.NaN, 1.0);
            public double M3 => System.Math.Min(-0.0, 0.0);
            public long M4 => System.Math.Max(3, X);
        }
        """)]
    public Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source) =>
        AgainstTheProgram.Hold(form, source);
}
