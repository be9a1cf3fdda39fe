namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Objects that the framework keeps and calls back later.
    private static readonly (string Form, string Source, string Known)[] Kept =
    [
        (Form: "a stream that a reader reads later", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S : System.IO.MemoryStream
            {
                public override int Read(byte[] b, int o, int c) { Box.One.N = 5; return 0; }
                public override int Read(Span<byte> b) { Box.One.N = 5; return 0; }
            }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var r = new System.IO.StreamReader(new S());
                    r.ReadToEnd();
                }
            }
            """, Known: ""),
        (Form: "a text that is made later", Source: """
            class Name { public long Shown = 1; public override string ToString() { Shown = 6; return "n"; } }
            class C
            {
                readonly Name a = new(), b = new();
                public long M0 => a.Shown;
                public long M1 => b.Shown;
                public C()
                {
                    FormattableString f = $"{a}";
                    a.Shown = 3;
                    f.ToString();
                    var list = new System.Collections.ArrayList { b };
                    b.Shown = 4;
                    string.Join(",", list.ToArray());
                }
            }
            """, Known: ""),
        (Form: "an old list that sorts what it holds", Source: """
            class Key : IComparable
            {
                public static readonly Key Last = new();
                public long Asked = 1;
                public int CompareTo(object o) { Last.Asked = 5; return 0; }
            }
            class C
            {
                public long M0 => Key.Last.Asked;
                public C()
                {
                    var list = new System.Collections.ArrayList { new Key(), new Key() };
                    list.Sort();
                }
            }
            """, Known: ""),
        (Form: "a culture of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Culture : System.Globalization.CultureInfo
            {
                public Culture() : base("") { }
                public override object GetFormat(Type t) { Box.One.N = 5; return base.GetFormat(t); }
            }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var before = System.Globalization.CultureInfo.CurrentCulture;
                    System.Globalization.CultureInfo.CurrentCulture = new Culture();
                    string s = string.Format("{0}", 1.5) + 1.5.ToString("N");
                    System.Globalization.CultureInfo.CurrentCulture = before;
                }
            }
            """, Known: ""),
        (Form: "a comparer that a dictionary keeps", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Same : IEqualityComparer<string>
            {
                public bool Equals(string a, string b) => true;
                public int GetHashCode(string s) { Box.One.N = 5; return 1; }
            }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var d = new Dictionary<string, long>(new Same());
                    Box.One.N = 2;
                    d["a"] = 1;
                    d.TryAdd("b", 2);
                }
            }
            """, Known: ""),
        (Form: "a list of what disposes", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Closing : System.IO.StringWriter { protected override void Dispose(bool all) { Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    System.IO.TextWriter w = new Closing();
                    w.Dispose();
                    System.IO.TextWriter.Synchronized(new Closing()).Close();
                }
            }
            """, Known: ""),
    ];
}
