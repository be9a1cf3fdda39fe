using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Statics are read in their textual turn, and what initialisers and constructors of types change is known or
/// lost.</summary>
public class StaticsLikeTheProgramTests
{
    [Theory]
    [InlineData("a static read before its textual turn", """
        static class C
        {
            public static readonly long M0 = M1 * 2;
            public static readonly long M1 = 5;
        }
        """)]
    [InlineData("a static read too early, after it was read itself", """
        static class C
        {
            public static readonly long M1 = M2 * 2;
            public static readonly long M2 = 5;
            public static long M0 => M2;
        }
        """)]
    [InlineData("a static read too early through a property", """
        static class C
        {
            public static long M0 => M2 * 2;
            public static readonly long M1 = M0;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static read too early through a method", """
        static class C
        {
            static long F() => M2 * 2;
            public static readonly long M1 = F();
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static read too early by an object's initialiser", """
        class S
        {
            public long P { get; } = C.M2;
        }
        static class C
        {
            static readonly S One = new S();
            public static long M1 => One.P;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static property read too early", """
        static class C
        {
            public static long M1 { get; } = M2 * 2;
            public static long M2 { get; } = 5;
        }
        """)]
    [InlineData("statics of two types that read each other", """
        static class D
        {
            public static readonly long X = C.M2;
        }
        static class C
        {
            public static readonly long M1 = D.X;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("statics in another part", """
        static partial class C
        {
            public static readonly long M1 = M2 * 2;
        }
        static partial class C
        {
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static set by out", """
        class C
        {
            public static readonly long M0 = 3;
            static C()
            {
                long.TryParse("7", out M0);
            }
        }
        """)]
    [InlineData("a static counted up", """
        class C
        {
            public static readonly long M0 = 3;
            static C()
            {
                M0++;
            }
        }
        """)]
    [InlineData("generic statics", """
        class G<T>
        {
            public static readonly long X = typeof(T) == typeof(int) ? 1 : 2;
            public static readonly long Y = 3;
        }
        class C
        {
            public long M0 => G<int>.X;
            public long M1 => G<string>.X;
            public long M2 => G<string>.Y;
        }
        """)]
    public Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source) =>
        AgainstTheProgram.Hold(form, source);
}
