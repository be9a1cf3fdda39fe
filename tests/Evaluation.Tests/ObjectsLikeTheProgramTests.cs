using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Structs, records, collections and initialisers make the objects that the program makes.</summary>
public class ObjectsLikeTheProgramTests
{
    [Theory]
    [InlineData("a struct without its constructor", "struct C { public long M0 = 5; public C(int x) { } }")]
    [InlineData("a positional struct without its constructor", """
        record struct C(long M0 = 5)
        {
            public long M1 { get; init; } = 7;
        }
        """)]
    [InlineData("a copy constructor", """
        record R(long P)
        {
            protected R(R other)
            {
                P = other.P * 2;
            }
        }
        class C
        {
            static readonly R A = new R(5) with { };
            public long M0 => A.P;
        }
        """)]
    [InlineData("the length of a table", """
        class C
        {
            static readonly int[,] T = { { 1, 2, 3 }, { 4, 5, 6 } };
            public long M0 => T.Length;
        }
        """)]
    [InlineData("a count of a set", """
        class C
        {
            static readonly System.Collections.Generic.HashSet<int> T = new() { 1, 1, 2 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("a count of a copied list", """
        class C
        {
            static readonly System.Collections.Generic.List<int> T = new(new[] { 1, 2 }) { 3 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("a count of a growing list", """
        class C
        {
            public long M0;
            public C()
            {
                var t = new System.Collections.Generic.List<int> { 3 };
                t.Add(4);
                M0 = t.Count;
            }
        }
        """)]
    [InlineData("a count of keys set twice", """
        class C
        {
            static readonly System.Collections.Generic.Dictionary<int, int> T = new() { [1] = 3, [1] = 4 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("records inherited", """
        record B(long M0)
        {
            public long M1 { get; init; } = M0 * 2;
        }
        record C() : B(5)
        {
            public long M2 => M0 + M1;
        }
        """)]
    [InlineData("positional hides", "record B(long M0); record C(long M0 = 3) : B(M0 * 2);")]
    [InlineData("a property written anew in a record", """
        record C(long M0 = 3)
        {
            public long M0 { get; init; } = M0 * 2;
        }
        """)]
    [InlineData("nested objects share", """
        class S
        {
            public long P { get; set; } = 1;
        }
        class D
        {
            public S A { get; } = Shared;
            public static readonly S Shared = new S();
        }
        class C
        {
            static readonly D One = new D { A = { P = 5 } };
            public long M0 => One.A.P;
        }
        """)]
    [InlineData("an initialiser that adds", """
        class L : System.Collections.IEnumerable
        {
            public long P = 1;
            public void Add(long x) => P += x;
            public System.Collections.IEnumerator GetEnumerator() => null!;
        }
        class C
        {
            static readonly L A = new L { 5 };
            public long M0 => A.P;
        }
        """)]
    public Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source) =>
        AgainstTheProgram.Hold(form, source);
}
