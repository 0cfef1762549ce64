package org.javampi.continuations.programs;

import static org.javampi.continuations.Pause.at;
import static org.javampi.continuations.Pause.print;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Scanner;

/** A program that holds across its calls what cannot be saved. */
public final class Held {
    static final BufferedReader READER = new BufferedReader(new InputStreamReader(System.in));
    static final int CONSTANT = 5;
    static List<String> names = new ArrayList<>();
    static Serializable any = "any";

    private Held() {}

    /** Iterates over {@link #names}, and so on. */
    public static void run() {
        Iterator<String> iterator = names.iterator();
        while (iterator.hasNext()) {
            print(iterator.next());
            at(1);
        }
        Scanner scanner = new Scanner("1 2");
        int first = scanner.nextInt();
        at(first);
        print(scanner.nextInt());
        Thread thread = new Thread(() -> print("idle"));
        thread.start();
        at(2);
        print(thread.isAlive());
        print(READER);
    }
}
